import { join } from 'node:path';
import { systemClock } from '#config/clock';
import { loadStartConfig } from '#config/config';
import { recorded } from '#cli/start/running';
import type { MikroORM } from '#db/orm';
import { liveCases } from '#db/queries/live-cases';
import { instantFromDatabase } from '#db/columns';
import type { NoticeDocument } from '#domain/notice';
import { createRenderer } from '#render/renderer';
import { reconcile } from '#runner/reconcile';
import { connectRunner } from '#runner/runner-client';
import { orderPapers, signOrder } from '#tests/harness/paper-orders';
import { until } from '#tests/harness/poll';
import type { System } from '#tests/harness/system';
import { watchDesk } from './campaign.ts';
import { addHospitals, hospitalsOf } from './hospitals.ts';
import { settled } from './launch.ts';
import { cpuOf, peakMemoryMb, spent, type CpuSeconds } from './processes.ts';
import { taskQueue } from './rungs.ts';

export interface IssuedPapers {
  /** The signature itself: all numbers in one transaction. */
  signSeconds: number;
  /** From the signature until the last receiver has its paper. */
  seconds: number;
  /** Of each paper from its number to its bytes, sorted. */
  ms: number[];
  /** Between one paper's bytes and the next one's, sorted. */
  gapMs: number[];
  deskMs: number[];
  cpu: CpuSeconds;
  /** Peaks of the worker before and after. */
  workerMb: [number, number];
  counts: Counts;
  document: NoticeDocument;
}

interface Counts {
  papers: number;
  numbers: number;
  files: number;
  deliveries: number;
  messages: number;
}

const warmUp = 40;

/** One signature for a paper to each of so many hospitals, in the running product. */
export async function issueMany(system: System, orm: MikroORM, papers: number): Promise<IssuedPapers> {
  const { temporalAddress = '' } = recorded(system.dataDir) ?? {};
  const renderer = createRenderer({ fontDir: join(loadStartConfig().cacheDir, 'fonts') });
  const runner = connectRunner(temporalAddress, 'default', taskQueue);
  const receivers = await hospitals(orm, papers);
  const issue = async (to: string[], begun: () => void) => {
    const at = systemClock.now();
    const order = await orderPapers({ orm, renderer, at, receivers: to });
    begun();
    const start = performance.now();
    const { status } = await signOrder(orm, order);
    if (status !== 'committed') throw new Error(`the order: ${status}`);
    const signSeconds = (performance.now() - start) / 1000;
    await reconcile(runner, liveCases(orm.em.fork()), { repair: true });
    await until(() => isDone(orm, order.caseId));
    return { caseId: order.caseId, signSeconds, seconds: (performance.now() - start) / 1000 };
  };
  try {
    await issue(receivers.slice(0, warmUp), () => undefined);
    await settled(orm);
    const before = peakMemoryMb(system, 'worker');
    const watching = new AbortController();
    let cpu: CpuSeconds = {};
    let desk: Promise<number[]> = Promise.resolve([]);
    const done = await issue(receivers, () => {
      cpu = cpuOf(system);
      desk = watchDesk(system, watching.signal);
    });
    cpu = spent(cpu, cpuOf(system));
    watching.abort();
    const deskMs = await desk;
    const { signSeconds, seconds } = done;
    const took = await tookOf(orm, done.caseId);
    const workerMb: [number, number] = [before, peakMemoryMb(system, 'worker')];
    return { signSeconds, seconds, ...took, deskMs, cpu, workerMb, counts: await countsOf(orm, done.caseId) };
  } finally {
    await renderer.close();
    await runner.client.connection.close();
  }
}

async function hospitals(orm: MikroORM, count: number): Promise<string[]> {
  const { pilots, assisted } = hospitalsOf('f', { pilots: 0, assisted: count });
  await addHospitals(orm, { pilots, assisted });
  const names = JSON.stringify(assisted.map(({ name }) => name));
  const rows = await orm.em
    .fork()
    .execute<{ id: string }[]>(
      'select id from org where name in (select jsonb_array_elements_text(?::jsonb))',
      [names],
    );
  return rows.map(({ id }) => id);
}

/** Marked when its last paper is with its receiver. */
async function isDone(orm: MikroORM, caseId: string): Promise<boolean> {
  const undone = await orm.em
    .fork()
    .execute<unknown[]>('select 1 from effect where case_id = ? and done_at is null', [caseId]);
  return undone.length === 0;
}

async function tookOf(orm: MikroORM, caseId: string) {
  const rows = await orm.em
    .fork()
    .execute<{ issued_at: string; rendered_at: string; document: NoticeDocument }[]>(
      'select issued_at, rendered_at, document from notice where case_id = ? order by rendered_at',
      [caseId],
    );
  const msOf = (instant: string) => Date.parse(instantFromDatabase(instant));
  const sorted = (ms: number[]) => ms.sort((one, other) => one - other);
  const made = rows.map(({ rendered_at }) => msOf(rendered_at));
  const [first] = rows;
  if (!first) throw new Error('nothing was issued');
  return {
    ms: sorted(rows.map(({ issued_at, rendered_at }) => msOf(rendered_at) - msOf(issued_at))),
    gapMs: sorted(made.slice(1).map((at, index) => at - (made[index] ?? at))),
    document: first.document,
  };
}

async function countsOf(orm: MikroORM, caseId: string): Promise<Counts> {
  const [row] = await orm.em.fork().execute<Counts[]>(
    `select count(*)::int as papers, count(distinct number)::int as numbers,
            count(distinct pdf_sha256)::int as files,
            (select count(*)::int from delivery d join notice n on n.id = d.notice_id where n.case_id = ?) as deliveries,
            (select count(*)::int from message m where m.case_id = ? and m.code = 'notice-issued') as messages
       from notice where case_id = ?`,
    [caseId, caseId, caseId],
  );
  if (!row) throw new Error('no counts');
  return row;
}
