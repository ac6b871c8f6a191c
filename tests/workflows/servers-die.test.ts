import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { prepareFolders } from '#cli/start/folders';
import type { Kept } from '#cli/start/keep-alive';
import { freePorts } from '#cli/start/ports';
import { embeddedPostgres } from '#cli/start/postgres';
import { supervisor, type Supervisor } from '#cli/start/supervisor';
import { temporalServer } from '#cli/start/temporal';
import { temporalBinary } from '#cli/start/temporal-binary';
import { systemClock } from '#config/clock';
import { loadStartConfig } from '#config/config';
import { liveCases } from '#db/queries/live-cases';
import { migrate } from '#db/migrate';
import { reconcile } from '#runner/reconcile';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { contacts, halfSignedPair, openPair } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import type { Running } from '#tests/harness/process';
import { unsound } from '#tests/harness/soundness';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let parts: Supervisor;
let postgres: Kept;
let temporal: Kept;
let desk: Bureau;
let worker: Running;
const today = systemClock.today();
const dataDir = mkdtempSync(join(tmpdir(), 'duxing-die-'));
const storeFile = join(dataDir, 'temporal.db');

beforeAll(async () => {
  chmodSync(dataDir, 0o755);
  const folders = prepareFolders(dataDir);
  const quiet = () => undefined;
  parts = supervisor(() => folders.logs, quiet, quiet);
  const [pgPort = 0, port = 0, httpPort = 0, metricsPort = 0] = await freePorts(4);
  const database = await embeddedPostgres(dataDir, pgPort);
  const { path: binary } = await temporalBinary(loadStartConfig().cacheDir, {
    say: quiet,
    signal: parts.signal,
  });
  const server = temporalServer({ binary, storeFile, namespace: 'default', port, httpPort, metricsPort });
  [postgres, temporal] = await Promise.all([parts.run(database.part), parts.run(server)]);
  await migrate(database.databaseUrl);
  desk = await bureau({ databaseUrl: database.databaseUrl, address: `127.0.0.1:${port}` });
  worker = await desk.startWorker();
});
afterAll(async () => {
  await desk?.stop();
  await parts?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const rows = <T>(sql: string, values: unknown[] = []) => desk.orm.em.fork().execute<T[]>(sql, values);
const events = async () =>
  (await rows<{ n: number }>('select count(*)::int as n from case_event'))[0]?.n ?? 0;

test('acts wait while PostgreSQL is away and stand once when it is back', async () => {
  const people = [await desk.person('liaison', '友谊'), await desk.person('liaison', '宣武')];
  const signers = [await desk.person('principal', '友谊'), await desk.person('principal', '宣武')];
  const cases = await Promise.all([1, 2, 3, 4].map(() => openPair(desk, today)));
  const play = async (caseId: string) => {
    const answered = [];
    for (const actor of people) answered.push(await desk.act(caseId, actor, 'confirm'));
    for (const actor of people) answered.push(await desk.act(caseId, actor, 'file-group', { contacts }));
    for (const actor of signers) answered.push(await desk.act(caseId, actor, 'sign-pledge'));
    return answered.map(({ seq }) => seq);
  };
  const before = await events();
  const playing = Promise.all(cases.map(play));
  for (const after of [4, 14]) {
    await until(async () => (await events().catch(() => 0)) >= before + after);
    const pid = postgres.pid() ?? 0;
    process.kill(pid, 'SIGKILL');
    await until(async () => postgres.pid() !== pid && (await events().catch(() => 0)) > 0);
  }
  for (const seqs of await playing) expect(seqs).toEqual([2, 3, 4, 5, 6, 7]);
  for (const caseId of cases) {
    await until(
      async () =>
        (await rows('select 1 from effect where case_id = ? and done_at is null', [caseId])).length === 0,
    );
    expect(
      await rows('select 1 from notice where case_id = ? and rendered_at is not null', [caseId]),
    ).toHaveLength(1);
    expect(await unsound(desk.orm.em.fork(), caseId)).toEqual([]);
  }
});

test("with Temporal's store thrown away every open case goes on from PostgreSQL; nothing is done again", async () => {
  const caseId = await halfSignedPair(desk, today);
  await worker.kill();
  await temporal.stop();
  for (const suffix of ['', '-wal', '-shm']) rmSync(storeFile + suffix, { force: true });
  await temporal.start();
  const live = () => liveCases(desk.orm.em.fork());
  const open = (await rows('select 1 from case_file where closed_at is null')).length;
  const repaired = await until(() => reconcile(desk.runner, live(), { repair: true }).catch(() => undefined));
  expect(repaired).toHaveLength(open);
  worker = await desk.startWorker();
  await desk.act(caseId, await desk.person('principal', '宣武'), 'sign-pledge');
  await desk.act(caseId, await desk.person('inspector'), 'file-pledge');
  await until(async () => (await rows('select 1 from effect where done_at is null')).length === 0);
  expect(await reconcile(desk.runner, live(), { repair: false })).toEqual([]);
  const cases = await rows<{ id: string }>('select id from case_file');
  for (const { id } of cases) expect(await unsound(desk.orm.em.fork(), id)).toEqual([]);
  expect(await rows('select 1 from notice')).toHaveLength(cases.length);
});
