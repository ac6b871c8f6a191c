import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '#api/app';
import { loadStartConfig } from '#config/config';
import { testClock } from '#config/clock';
import type { TestClock } from '#config/clock';
import type { Problem } from '#contracts/problem';
import { newId } from '#db/id';
import { openOrm } from '#db/orm';
import type { MikroORM } from '#db/orm';
import { loadDemo } from '#db/seed/demo';
import { demoPassword } from '#db/seed/demo-logins';
import type { RunnerClient } from '#runner/runner-client';
import { RUNNER } from '#api/parts.module';
import { freshDatabase } from '#tests/harness/databases';
import { startProcess, type Running } from '#tests/harness/process';
import { temporalAddress } from '#tests/harness/temporal';

export interface Answer<T> {
  status: number;
  body: T;
  headers: Record<string, unknown>;
}

type Writing = 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** A browser of its own, with its cookie. */
export interface Browser {
  cookie: string | undefined;
  get<T = Problem>(url: string): Promise<Answer<T>>;
  /** `key`: sent as `Idempotency-Key`. */
  send<T = Problem>(method: Writing, url: string, body?: unknown, key?: string): Promise<Answer<T>>;
}

export interface RunningApi {
  app: NestFastifyApplication;
  orm: MikroORM;
  clock: TestClock;
  routes: string[];
  browser(cookie?: string): Browser;
  as(login: string, password?: string): Promise<Browser>;
  /** All of them logged in, each in a browser of its own. */
  people(logins: readonly string[]): Promise<(login: string) => Browser>;
  /** On the API's own task queue, until the API stops. */
  startWorker(environment?: Record<string, string>): Promise<Running>;
  /** Where uploads go; removed at the end. */
  dataDir: string;
  stop(): Promise<void>;
}

const maxUploadBytes = 100 * 1024 * 1024;

/**
 * The API on a database of its own with the demo seed; the clock stands still on a Monday morning in Beijing. No
 * worker polls the task queue unless the test starts one.
 */
export async function runningApi(address = temporalAddress()): Promise<RunningApi> {
  const clock = testClock('2026-11-23T01:00:00.000Z');
  const orm = await openOrm(await freshDatabase(), { poolSize: 5 });
  await loadDemo(orm.em.fork(), { environment: 'test', clock });
  const routes: string[] = [];
  const taskQueue = `test-${newId()}`;
  const temporal = { temporalAddress: address, temporalNamespace: 'default', taskQueue };
  const dataDir = mkdtempSync(join(tmpdir(), 'duxing-api-'));
  const cacheDir = loadStartConfig().cacheDir;
  const config = {
    clock,
    cacheDir,
    demo: true,
    dataDir,
    maxUploadBytes,
    sessionHours: 12,
    webDir: '/nowhere',
    logLevel: 'error' as const,
    ...temporal,
  };
  const app = await createApp(config, orm, (method, url) => void routes.push(`${method} ${url}`));
  const browser = (cookie?: string) => browserOf(app, cookie);
  const as = async (login: string, password = demoPassword) => {
    const answer = await browser().send('POST', '/api/session', { login, password });
    if (answer.status !== 200) throw new Error(`${login}: ${JSON.stringify(answer.body)}`);
    return browser(String(answer.headers['set-cookie']).split(';')[0]);
  };
  const people = async (logins: readonly string[]) => {
    const browsers = new Map<string, Browser>();
    for (const login of logins) browsers.set(login, await as(login));
    return (login: string): Browser => {
      const found = browsers.get(login);
      if (!found) throw new Error(`${login} is not logged in`);
      return found;
    };
  };
  const workers: Running[] = [];
  const startWorker = async (environment: Record<string, string> = {}) => {
    const worker = await startProcess('apps/worker/main.ts', 'worker polls', {
      ...{ DATABASE_URL: orm.config.get('clientUrl') ?? '', DATA_DIR: dataDir },
      ...{ TEMPORAL_ADDRESS: address, TEMPORAL_TASK_QUEUE: taskQueue, ...environment },
    });
    workers.push(worker);
    return worker;
  };
  const stop = async () => {
    for (const worker of workers) await worker.kill();
    await app.close();
    await app.get<RunnerClient>(RUNNER).client.connection.close();
    await orm.close(true);
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { app, orm, clock, routes, browser, as, people, startWorker, dataDir, stop };
}

function browserOf(app: NestFastifyApplication, cookie: string | undefined): Browser {
  async function call<T>(
    method: 'GET' | Writing,
    url: string,
    body?: unknown,
    key?: string,
  ): Promise<Answer<T>> {
    const headers = { ...(cookie ? { cookie } : {}), ...(key ? { 'idempotency-key': key } : {}) };
    const payload = body === undefined ? {} : { payload: body as object };
    const response = await app.inject({ method, url, headers, ...payload });
    const isJson = String(response.headers['content-type']).includes('json');
    const answer = (isJson ? JSON.parse(response.body) : response.body) as T;
    return { status: response.statusCode, body: answer, headers: response.headers };
  }
  return { cookie, get: (url) => call('GET', url), send: call };
}
