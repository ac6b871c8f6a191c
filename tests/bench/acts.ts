import { randomUUID } from 'node:crypto';
import { openOrm, type MikroORM } from '#db/orm';
import { recorded } from '#cli/start/running';
import { startSystem, type System } from '#tests/harness/system';
import { percentile } from './clients.ts';
import { startFloor, type Floor } from './floor.ts';
import { addHospitals } from './hospitals.ts';
import { launchCampaign, settled } from './launch.ts';
import { busyWords, cpuOf, spent, type CpuSeconds } from './processes.ts';
import { actOnPairs, logInAll, openPairs, sideFor, squareOf, type OpenPair } from './product.ts';
import { rounded, type Report, type Row } from './report.ts';
import { profiling } from './profile.ts';

export interface ActsSize {
  /** For each number of clients. */
  cases: number;
  /** Folder for CPU profiles of API and worker. */
  profile?: string;
}

interface Phase {
  name: string;
  clients: number;
  cases: number;
  seconds: number;
  cpu: CpuSeconds;
  actMs: number[];
}

const manyClients = 16;
/** What the campaign's effect opens side by side (activities/cases.ts). */
const opened = 8;
const warmUp = 20;
const aim = { ratio: 0.8, actMs: 40 };

/** (a) Start and three acts, beside the same calls to a workflow that does nothing. */
export async function benchActs({ cases, profile }: ActsSize): Promise<Report> {
  const system = await startSystem({ environment: profile ? profiling(profile) : {} });
  const { databaseUrl = '', temporalAddress = '' } = recorded(system.dataDir) ?? {};
  const orm = await openOrm(databaseUrl, { poolSize: 2 });
  try {
    const floor = await startFloor(temporalAddress, databaseUrl);
    try {
      const phases = await run({ system, orm, floor }, cases);
      return report(phases, cases);
    } finally {
      await floor.stop();
    }
  } finally {
    await orm.close(true);
    await system.stop();
  }
}

interface Under {
  system: System;
  orm: MikroORM;
  floor: Floor;
}

/** Floor and product by turns, so that both meet the same machine. */
async function run(
  { system, orm, floor }: Under,
  cases: number,
): Promise<{ ours: Phase[]; floors: Phase[] }> {
  const { address } = system;
  const all = squareOf(warmUp + 2 * cases);
  const side = sideFor(all.length);
  await addHospitals(orm, { pilots: side, assisted: side });
  const people = await logInAll(address, side);
  const ids = (count: number) => Array.from({ length: count }, () => `floor:${randomUUID()}`);
  const measured = async (
    name: string,
    clients: number,
    count: number,
    work: () => Promise<{ seconds: number; actMs?: number[] }>,
  ) => {
    await settled(orm);
    const before = cpuOf(system, { 'floor worker': floor.pid });
    const { seconds, actMs = [] } = await work();
    const cpu = spent(before, cpuOf(system, { 'floor worker': floor.pid }));
    return { name, clients, cases: count, seconds, cpu, actMs };
  };

  const warm = await launchCampaign(address, orm, all.slice(0, warmUp));
  await actOnPairs(manyClients, await openPairs(orm, warm.campaignId, people));
  const warmIds = ids(warmUp);
  await floor.start(opened, warmIds);
  await floor.act(manyClients, warmIds);

  const floorIds = ids(2 * cases);
  const floors = [await measured('start', opened, 2 * cases, () => floor.start(opened, floorIds))];
  const { campaignId, ...opening } = await launchMeasured(address, orm, all.slice(warmUp), () =>
    cpuOf(system, { 'floor worker': floor.pid }),
  );
  const ours: Phase[] = [{ name: 'start', clients: opened, cases: 2 * cases, actMs: [], ...opening }];
  const pairs = await openPairs(orm, campaignId, people);
  for (const [clients, from] of [
    [manyClients, 0],
    [1, cases],
  ] as const) {
    const part = <T>(of: readonly T[]): readonly T[] => of.slice(from, from + cases);
    floors.push(await measured('three acts', clients, cases, () => floor.act(clients, part(floorIds))));
    ours.push(await measured('three acts', clients, cases, () => actOnPairs(clients, part<OpenPair>(pairs))));
  }
  return { ours, floors };
}

async function launchMeasured(
  address: string,
  orm: MikroORM,
  pairs: Parameters<typeof launchCampaign>[2],
  cpu: () => CpuSeconds,
) {
  await settled(orm);
  let before: CpuSeconds = {};
  const { campaignId, openingSeconds: seconds } = await launchCampaign(address, orm, pairs, () => {
    before = cpu();
  });
  return { campaignId, seconds, cpu: spent(before, cpu()) };
}

function report({ ours, floors }: { ours: Phase[]; floors: Phase[] }, cases: number): Report {
  const rows = ours.map((phase, index) => rateRow(phase.name, phase.clients, phase, floors[index] ?? phase));
  const [start, ...acts] = ours;
  for (const [index, phase] of acts.entries()) {
    const [floorStart, floorActs] = [floors[0], floors[index + 1]];
    if (start && floorStart && floorActs)
      rows.push(
        rateRow('start + three acts', phase.clients, joined(start, phase), joined(floorStart, floorActs)),
      );
  }
  return {
    part: 'a',
    title: `(a) ${cases} cases at ${manyClients} clients and ${cases} at one, beside the floor`,
    tables: [
      { title: 'cases per second', rows },
      {
        title: 'one act, ms',
        rows: acts.flatMap((phase, index) => [
          actRow('ours', phase),
          actRow('floor', floors[index + 1] ?? phase),
        ]),
      },
      {
        title: 'CPU, ms per case',
        rows: [
          ...ours.map((phase) => cpuRow('ours', phase)),
          ...floors.map((phase) => cpuRow('floor', phase)),
        ],
      },
    ],
    notes: notes(ours, rows),
  };
}

const rateOf = ({ cases, seconds }: Pick<Phase, 'cases' | 'seconds'>) => cases / seconds;

/** Per case: the time of its opening and of its acts. */
const joined = (start: Phase, acts: Phase) => ({ cases: 1, seconds: 1 / rateOf(start) + 1 / rateOf(acts) });

function rateRow(
  name: string,
  clients: number,
  ours: Pick<Phase, 'cases' | 'seconds'>,
  floor: Pick<Phase, 'cases' | 'seconds'>,
): Row {
  const [one, other] = [rateOf(ours), rateOf(floor)];
  return {
    what: `${name}, ${clients} at once`,
    ours: rounded(one),
    floor: rounded(other),
    ratio: rounded(one / other, 2),
  };
}

const actRow = (whose: string, { clients, actMs }: Phase): Row => ({
  what: `${whose}, ${clients} at once`,
  acts: actMs.length,
  p50: rounded(percentile(actMs, 0.5)),
  p95: rounded(percentile(actMs, 0.95)),
});

const cpuRow = (whose: string, { name, clients, cases, cpu }: Phase): Row => ({
  what: `${whose}: ${name}, ${clients} at once`,
  ...Object.fromEntries(
    Object.entries(cpu).map(([process, seconds]) => [process, rounded((1000 * seconds) / cases)]),
  ),
});

function notes(ours: readonly Phase[], rows: readonly Row[]): string[] {
  const single = ours.find(({ name, clients }) => name === 'three acts' && clients === 1);
  const p50 = percentile(single?.actMs ?? [], 0.5);
  const whole = rows.filter(({ what }) => String(what).startsWith('start +'));
  return [
    `The product opens pairs only through a campaign: "start" is the effect of its signature, ${opened} at once, with the paper rendered meanwhile; the acts go over HTTP.`,
    ...whole.map(
      ({ what = '', ratio = 0 }) =>
        `${what}: ${ratio} of the floor, ${Number(ratio) >= aim.ratio ? 'as' : 'NOT as'} aimed at (${aim.ratio})`,
    ),
    `an act at one client, median ${rounded(p50)} ms: ${p50 < aim.actMs ? 'as' : 'NOT as'} aimed at (under ${aim.actMs} ms)`,
    ...ours.map(({ name, clients, cpu, seconds }) =>
      busyWords(`limit of ${name}, ${clients} at once`, cpu, seconds),
    ),
  ];
}
