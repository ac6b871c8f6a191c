import { setTimeout as pause } from 'node:timers/promises';
import { openOrm, type MikroORM } from '#db/orm';
import { demoPassword } from '#db/seed/demo-logins';
import { recorded } from '#cli/start/running';
import { signIn } from '#tests/harness/browser';
import type { System } from '#tests/harness/system';
import { percentile } from './clients.ts';
import { addHospitals, hospitalsOf } from './hospitals.ts';
import { launchCampaign, settled } from './launch.ts';
import { busyWords, cpuOf, peakMemoryMb, spent } from './processes.ts';
import { rounded, type Report, type Row } from './report.ts';

const pilots = 40;
/** Somebody opens the desk so often while the cases are being opened. */
const betweenLooksMs = 100;

/** (c) One campaign of thousands of pairs. */
export async function benchCampaign(system: System, { pairs }: { pairs: number }): Promise<Report> {
  const orm = await openOrm(recorded(system.dataDir)?.databaseUrl ?? '', { poolSize: 2 });
  try {
    return await run(system, orm, pairs);
  } finally {
    await orm.close(true);
  }
}

async function run(system: System, orm: MikroORM, pairs: number): Promise<Report> {
  const hospitals = hospitalsOf('c', { pilots, assisted: pairs });
  await addHospitals(orm, hospitals);
  await settled(orm);
  const memory = () => ({ worker: peakMemoryMb(system, 'worker'), api: peakMemoryMb(system, 'api') });
  const list = hospitals.assisted.map(({ name }, index) => ({
    pilot: hospitals.pilots[index % pilots]?.name ?? '',
    assisted: name,
  }));
  const before = memory();
  const watching = new AbortController();
  let desk: Promise<number[]> = Promise.resolve([]);
  let cpu = cpuOf(system);
  const launched = await launchCampaign(system.address, orm, list, () => {
    cpu = cpuOf(system);
    desk = watchDesk(system, watching.signal);
  });
  cpu = spent(cpu, cpuOf(system));
  watching.abort();
  const deskMs = await desk;
  const waited = performance.now();
  await settled(orm);
  const settling = (performance.now() - waited) / 1000;
  const after = memory();
  const counts = await countsOf(orm, launched.campaignId);
  const { dryRunSeconds, launchSeconds, openingSeconds } = launched;
  const whole =
    counts.cases === pairs && counts.numbers === pairs && counts.pairs === pairs && counts.missing === 0;
  const rows: Row[] = [
    { what: 'dry run, s', value: rounded(dryRunSeconds, 2) },
    { what: 'launch, s', value: rounded(launchSeconds, 2) },
    { what: 'signature until all are open, s', value: rounded(openingSeconds) },
    { what: 'cases per second', value: rounded(pairs / openingSeconds) },
    { what: 'until all effects are done too, s', value: rounded(openingSeconds + settling) },
    { what: 'cases', value: counts.cases },
    { what: 'distinct numbers', value: counts.numbers },
    { what: 'distinct pairs', value: counts.pairs },
    { what: 'numbers given without a case', value: counts.missing },
    { what: 'worker, peak memory before and after, MB', value: `${before.worker} → ${after.worker}` },
    { what: 'API, peak memory before and after, MB', value: `${before.api} → ${after.api}` },
    { what: 'GET /api/desk meanwhile, times', value: deskMs.length },
    { what: 'GET /api/desk meanwhile, p50, ms', value: rounded(percentile(deskMs, 0.5)) },
    { what: 'GET /api/desk meanwhile, p95, ms', value: rounded(percentile(deskMs, 0.95)) },
  ];
  return {
    part: 'c',
    title: `(c) a campaign of ${pairs} pairs`,
    tables: [{ title: 'from the pasted list to open cases', rows }],
    notes: [
      whole
        ? 'every pair has one case, every case one number, no number is missing'
        : 'NOT WHOLE: see the counts',
      busyWords('limit of the opening', cpu, openingSeconds),
    ],
  };
}

export async function watchDesk({ address }: System, signal: AbortSignal): Promise<number[]> {
  const inspector = await signIn(address, 'inspector1', demoPassword);
  const ms: number[] = [];
  while (!signal.aborted) {
    const start = performance.now();
    await inspector.get('/api/desk');
    ms.push(performance.now() - start);
    await pause(betweenLooksMs, undefined, { signal }).catch(() => undefined);
  }
  return ms.sort((one, other) => one - other);
}

interface Counts {
  cases: number;
  numbers: number;
  pairs: number;
  missing: number;
}

async function countsOf(orm: MikroORM, campaignId: string): Promise<Counts> {
  const [row] = await orm.em.fork().execute<Counts[]>(
    `select count(*)::int as cases, count(distinct number)::int as numbers,
            count(distinct (state->>'pilotId', state->>'assistedId'))::int as pairs,
            (select sum(last) from number_series where series = 'case:pairing')::int
              - (select count(*) from case_file where kind = 'pairing')::int as missing
       from case_file where campaign_id = ?`,
    [campaignId],
  );
  if (!row) throw new Error('no counts');
  return row;
}
