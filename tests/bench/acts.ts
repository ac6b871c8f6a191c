import { randomUUID } from 'node:crypto';
import { openOrm, type MikroORM } from '#db/orm';
import { recorded } from '#cli/start/running';
import type { System } from '#tests/harness/system';
import { manyClients, opened, report, type Phase } from './acts-report.ts';
import { startFloor, type Floor } from './floor.ts';
import { addHospitals } from './hospitals.ts';
import { launchCampaign, settled } from './launch.ts';
import { cpuOf, spent, type CpuSeconds } from './processes.ts';
import { actOnPairs, logInAll, openPairs, pairsOf, squareFor, type OpenPair } from './product.ts';
import type { Report } from './report.ts';

const mostWarmUp = 20;

/** (a) Start and three acts, beside the same calls to a workflow that does nothing. */
export async function benchActs(system: System, { cases }: { cases: number }): Promise<Report> {
  const { databaseUrl = '', temporalAddress = '' } = recorded(system.dataDir) ?? {};
  const orm = await openOrm(databaseUrl, { poolSize: 2 });
  const floor = await startFloor(temporalAddress, databaseUrl);
  try {
    return report(await run({ system, orm, floor }, cases), cases);
  } finally {
    await floor.stop();
    await orm.close(true);
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
  const warmUp = Math.min(mostWarmUp, cases);
  const hospitals = squareFor(warmUp + 2 * cases);
  const all = pairsOf(hospitals).slice(0, warmUp + 2 * cases);
  await addHospitals(orm, hospitals);
  const people = await logInAll(address, hospitals);
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
