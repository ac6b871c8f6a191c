import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** What it answers; a redirect leads to its own /elsewhere. */
  answer: (got: Received) => number;
  stop(): Promise<void>;
}

/** A real HTTP server that keeps what it is sent. */
export async function httpReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const got = { path: request.url ?? '', headers: request.headers, body };
      receiver.received.push(got);
      const status = receiver.answer(got);
      response
        .writeHead(status, status === 302 ? { location: '/elsewhere' } : {})
        .end('an answer of some length');
    });
  });
  const receiver: Receiver = {
    url: '',
    received: [],
    answer: () => 204,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((settle) => server.close(settle));
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return receiver;
}
