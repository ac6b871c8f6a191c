import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import { loadStartConfig } from '#config/config';
import { recorded } from '#cli/start/running';
import { liveCases } from '#db/queries/live-cases';
import { createRenderer, type Renderer } from '#render/renderer';
import { reconcile } from '#runner/reconcile';
import { connectRunner } from '#runner/runner-client';
import { addHospitals, hospitalsOf } from '#tests/bench/hospitals';
import { faultSeed } from '#tests/harness/environment';
import { orderPapers, signOrder } from '#tests/harness/paper-orders';
import { untilAtLast } from '#tests/harness/poll';
import { actsPerDispatch, playDispatch } from './drafters.ts';
import { Desk } from './desk.ts';
import { killRound } from './kill-round.ts';
import { Players } from './players.ts';
import { paperScheduleOf, told } from './schedule.ts';
import { paperFaults } from './whole-papers.ts';

let desk: Desk;
let renderer: Renderer;
const today = systemClock.today();
/** Papers for each of these hospitals, so many times; and others that people draft one by one. */
const hospitals = 320;
const orders = 3;
const singles = 40;
const rounds = 6;

beforeAll(async () => {
  desk = await Desk.open();
  renderer = createRenderer({ fontDir: join(loadStartConfig().cacheDir, 'fonts') });
  await addHospitals(desk.orm, hospitalsOf('f', { pilots: 0, assisted: hospitals }));
}, 300_000);
afterAll(async () => {
  await renderer?.close();
  await desk?.close();
}, 60_000);

const receivers = async () =>
  (await desk.rows<{ id: string }>(`select id from org where name like '测速f%' order by name`)).map(
    ({ id }) => id,
  );

/**
 * Signed twice at once and once more: it stands once. A worker that starts meanwhile may have given the case a runner
 * before it was signed; that one learns of the signature when the seal is noted.
 */
async function order(players: Players, to: string[]): Promise<string> {
  const at = systemClock.now();
  const signature = await untilAtLast('an order is drafted', () =>
    orderPapers({ orm: desk.orm, renderer, at, receivers: to }),
  );
  desk.tell('an order is drafted');
  const commit = () =>
    untilAtLast('an order is signed', async () => (await signOrder(desk.orm, signature)).status);
  for (const status of [...(await Promise.all([commit(), commit()])), await commit()])
    expect(['committed', 'stood']).toContain(status);
  desk.tell('an order is signed');
  const { temporalAddress = '' } = recorded(desk.dataDir) ?? {};
  const runner = connectRunner(temporalAddress, 'default', 'duxing');
  await untilAtLast('its runner starts', async () => {
    await reconcile(runner, liveCases(desk.orm.em.fork()), { repair: true });
    return true;
  });
  await runner.client.connection.close();
  const seal = { sealedOn: today, copies: to.length, sealedBy: '办公室 吴素云' };
  await players.act(await players.person('archivist1'), signature.caseId, 'note-seal', seal);
  desk.tell('an order is sealed');
  return signature.caseId;
}

async function issueUnderKills(seed: number): Promise<string[]> {
  const schedule = paperScheduleOf(seed, rounds);
  const kills = schedule.flatMap((round) => round.kills).length;
  const players = new Players(desk.address, new Map(), today);
  const to = await receivers();
  const share = Math.ceil((singles * (actsPerDispatch + 1)) / kills);
  const playing = Promise.all(
    Array.from({ length: singles }, (_, turn) =>
      playDispatch(players, today, turn, to.slice(turn, turn + 3)),
    ),
  );
  // Told below, when nothing is killed any more.
  playing.catch(() => undefined);
  const ordered: Promise<string>[] = [];
  for (const [at, round] of schedule.entries()) {
    if (at % Math.floor(rounds / orders) === 0) ordered.push(order(players, to));
    for (const one of ordered) one.catch(() => undefined);
    await killRound(desk, round, players, share);
    await untilAtLast('papers are counted', async () => {
      const made = await desk.rows('select 1 from notice where rendered_at is not null');
      desk.tell(`${made.length} papers made`);
      return true;
    });
  }
  desk.tell('no more kills');
  players.let(Infinity);
  await untilAtLast('all is well', () => desk.isWell());
  const [cases, many] = await Promise.all([playing, Promise.all(ordered)]);
  desk.tell('every act is answered');
  await untilAtLast('every effect is done', async () => {
    const left = await desk.rows('select 1 from effect where done_at is null limit 1');
    return left.length === 0;
  });
  desk.tell('every paper is sent');
  const made = await desk.rows(
    'select 1 from notice where case_id in (select jsonb_array_elements_text(?::jsonb)::uuid)',
    [JSON.stringify([...cases, ...many])],
  );
  expect(made).toHaveLength(orders * hospitals + singles);
  return paperFaults(desk, { cases, orders: many, answers: players.answers });
}

test('a thousand papers issued under kills have their numbers without a gap, their bytes, and one delivery to each receiver', async () => {
  const seed = faultSeed() ?? randomInt(2 ** 31);
  const story = () =>
    [
      `FAULT_SEED=${seed}`,
      ...paperScheduleOf(seed, rounds).map(told),
      ...desk.story,
      desk.output.slice(-4000),
    ].join('\n');
  const faults = await issueUnderKills(seed).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${story()}`, { cause: error });
  });
  if (faults.length > 0) throw new Error(`${faults.slice(0, 40).join('\n')}\n${story()}`);
}, 600_000);
