import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { codeOf, OperatorError } from '../operator-error.ts';

const loopback = '127.0.0.1';

/**
 * Below the ports that systems give to outgoing connections (Linux: from 32768): one of those would be taken while its
 * server is being restarted, by any program or by a client that ends up connected to itself.
 */
const lowest = 16_384;
const highest = 32_767;

/** Ports for the inner servers: taken together, so that no two are alike. */
export async function freePorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  while (servers.length < count) {
    const port = randomInt(lowest, highest + 1);
    const server = await listen(port, loopback).catch((error: unknown) => {
      if (!['EADDRINUSE', 'EACCES'].includes(codeOf(error))) throw error;
    });
    if (server) servers.push(server);
  }
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

export async function requireFreePort(port: number, host: string): Promise<void> {
  try {
    const server = await listen(port, host);
    await new Promise((closed) => server.close(closed));
  } catch (error) {
    throw explain(codeOf(error), port, host, error);
  }
}

export function answers(port: number, host = loopback): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2_000 });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}

function listen(port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function explain(code: string, port: number, host: string, cause: unknown): OperatorError {
  if (code === 'EADDRINUSE') {
    return new OperatorError(
      `端口 ${port} 已被占用：请停止占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start。`,
      `Port ${port} is in use: stop the program that uses it, or choose another: PORT=${port + 1} npm start.`,
      cause,
    );
  }
  return new OperatorError(
    `不能在 ${host}:${port} 上监听（${code}）：请检查 HOST 与 PORT。`,
    `Cannot listen on ${host}:${port} (${code}): check HOST and PORT.`,
    cause,
  );
}
