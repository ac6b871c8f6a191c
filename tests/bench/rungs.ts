import { setTimeout as pause } from 'node:timers/promises';
import { recorded } from '#cli/start/running';
import { systemClock } from '#config/clock';
import { openOrm, type MikroORM } from '#db/orm';
import { ruleBookFor } from '#db/queries/rule-book';
import { daysFrom } from '#db/seed/cases/days';
import { storedCase } from '#db/queries/stored-case';
import { epochMs, plusMs, type Instant } from '#domain/day';
import { nextWake } from '#domain/elapse';
import { kindOf } from '#domain/kinds/index';
import { connectRunner, type RunnerClient } from '#runner/runner-client';
import { until } from '#tests/harness/poll';
import type { System } from '#tests/harness/system';
import { ownersAt, reportedOn } from './commitments-in-hand.ts';
import { settled } from './launch.ts';
import { openCommitments, startRunners } from './open-commitments.ts';
import { cpuOf, peakMemoryMb, spent } from './processes.ts';
import { firedOf, firedSince } from './rungs-fired.ts';
import { rungsReport, type Wave } from './rungs-report.ts';
import type { Report } from './report.ts';
import { logIn, openPage, visit, visitFor } from './visitors.ts';

/** So much longer than the first few cases took to open and start; their rungs come late besides. */
const room = 3;
export const taskQueue = 'duxing';

interface Bench {
  system: System;
  orm: MikroORM;
  runner: RunnerClient;
  owners: string[];
  /** Of one case, from its opening until its runner stands. */
  preparingMs: number;
}

export interface RungSize {
  cases: number;
  /** How long the visitors are measured with nothing else going on. */
  idleMs: number;
  /** Also once while the worker is away, for which it is killed: its profile is lost then. */
  away: boolean;
}

/** (d) Thousands of deadlines at one moment: with the worker up, and with the worker away as it comes. */
export async function benchRungs(
  system: System,
  { cases, idleMs, away: alsoAway }: RungSize,
): Promise<Report> {
  const { databaseUrl = '', temporalAddress = '' } = recorded(system.dataDir) ?? {};
  const orm = await openOrm(databaseUrl, { poolSize: 2 });
  const runner = connectRunner(temporalAddress, 'default', taskQueue);
  const pages = new AbortController();
  try {
    const { owners, login } = await ownersAt(orm, 'd');
    const { reported, preparingMs } = await reportedOn({ system, orm, runner }, login);
    const bench = { system, orm, runner, owners, preparingMs };
    for (const one of ['inspector1', 'leader1']) await openPage(system.address, one, pages.signal);
    const inspector = await logIn(system.address, 'inspector1');
    await visitFor(idleMs / 2, inspector, reported);
    const idle = await visitFor(idleMs, inspector, reported);
    const waves: Wave[] = [];
    for (const away of alsoAway ? [false, true] : [false])
      waves.push(await wave(bench, { cases, away }, () => visit(inspector, reported)));
    return rungsReport(waves, idle, cases);
  } finally {
    pages.abort();
    await runner.client.connection.close();
    await orm.close(true);
  }
}

async function wave(
  { system, orm, runner, owners, preparingMs }: Bench,
  { cases: count, away }: { cases: number; away: boolean },
  visitors: () => ReturnType<typeof visit>,
): Promise<Wave> {
  await settled(orm);
  const opening = performance.now();
  const now = systemClock.now();
  const dueAt = plusMs(now, Math.round(8_000 + room * count * preparingMs));
  const at = await previousWorkingDay(orm, now);
  const ids = await openCommitments(orm, { count, owners, at, dueAt });
  const openSeconds = (performance.now() - opening) / 1000;

  const lateAtStart = (await isDue(orm, ids[0] ?? '')) ? count : 0;
  const begun = systemClock.now();
  const startSeconds = await startRunners(orm, runner);
  await until(async () => (await firedSince(orm, at, begun)) >= lateAtStart);
  const lateSeconds = (epochMs(systemClock.now()) - epochMs(begun)) / 1000;
  const spareMs = epochMs(dueAt) - epochMs(systemClock.now());
  if (spareMs < 1000) throw new Error(`the moment came ${-spareMs} ms before the runners stood`);

  await pause(spareMs - 500);
  const visiting = away ? undefined : visitors();
  const back = away ? await missesIt(system, dueAt) : undefined;
  const before = cpuOf(system);
  const meanwhile = visiting ?? visitors();
  await until(async () => (await firedSince(orm, at, dueAt)) >= count);
  const seconds = (epochMs(systemClock.now()) - epochMs(back ?? dueAt)) / 1000;
  const cpu = spent(before, cpuOf(system));
  const times = await meanwhile.stop();
  const fired = await firedOf(orm, at, dueAt);
  const workerMb = peakMemoryMb(system, 'worker');
  return {
    ...{ away, openSeconds, startSeconds, lateSeconds, lateAtStart },
    seconds,
    cpu,
    times,
    fired,
    workerMb,
  };
}

/** Killed just before the moment, again and again until it has passed; returns when a worker polls again. */
async function missesIt(system: System, dueAt: Instant): Promise<Instant> {
  const worker = () => system.pidOf('apps/worker/main.ts');
  const stopped = worker();
  process.kill(stopped, 'SIGSTOP');
  await pause(epochMs(dueAt) - epochMs(systemClock.now()) + 2_000);
  process.kill(stopped, 'SIGKILL');
  await until(async () => Promise.resolve(attempt(worker) !== undefined && attempt(worker) !== stopped));
  return systemClock.now();
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** What was to be signed for within one working day of it is due today, where today is one. */
async function previousWorkingDay(orm: MikroORM, now: Instant): Promise<Instant> {
  const { calendar } = await ruleBookFor(orm.em.fork(), 'commitment', now.slice(0, 10));
  const { slot } = daysFrom(now, calendar);
  return plusMs(slot(1, 1, 0), Math.floor(performance.now()) % 60_000);
}

/** In office hours a rung of this morning comes late as soon as the case has a runner. */
async function isDue(orm: MikroORM, caseId: string): Promise<boolean> {
  const now = systemClock.now();
  const stored = await storedCase(orm.em.fork(), caseId);
  if (!stored) throw new Error(`no case ${caseId}`);
  const book = await ruleBookFor(orm.em.fork(), 'commitment', systemClock.today(), stored.state);
  const wake = nextWake(kindOf('commitment'), stored.state, book, now);
  return wake !== undefined && wake <= now;
}
