import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import type { ActReceipt, CasePage } from '#contracts/case';
import type { PairListView } from '#contracts/pair-list';
import { newId } from '#db/id';
import { addDays } from '#domain/day';
import { annexText } from '#domain/kinds/campaign/pairs/annex.sample';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { faultSeed } from '#tests/harness/environment';
import { untilAtLast } from '#tests/harness/poll';
import { Desk } from './desk.ts';
import { killRound } from './kill-round.ts';
import { Players } from './players.ts';
import { scheduleOf, told } from './schedule.ts';
import { faultsIn } from './whole.ts';

let desk: Desk;
const today = systemClock.today();
const pairs = 17;

beforeAll(async () => {
  desk = await Desk.open();
}, 300_000);
afterAll(() => desk?.close(), 60_000);

async function launch(players: Players): Promise<string> {
  const inspector = await players.person('inspector1');
  const form = {
    title: `断电演练${newId().slice(-6)}`,
    basis: '京政发〔2017〕11号',
    purpose: '检验任何一处断电都不丢事项。',
    launchOn: addDays(today, 18),
    from: today,
    to: addDays(today, 240),
    areas: coreAreas,
    allowSeveralHelpers: true,
    contact: '李明远 010-00000000',
  };
  const list = await inspector.post<PairListView>('/api/pair-lists', { form, pasted: annexText });
  expect(list.body).toMatchObject({ problemCount: 0, rows: { length: pairs } });
  const path = `/api/pair-lists/${list.body.id}/launch`;
  const opened = await inspector.post<ActReceipt>(path, { actId: newId() });
  const { caseId } = opened.body;
  await players.act(await players.person('leader1'), caseId, 'sign', { decision: 'sign' });
  return caseId;
}

/** The part of each hospital's demo accounts before the dot, by organisation. */
async function loginPrefixes(): Promise<Map<string, string>> {
  const rows = await desk.rows<{ org_id: string; login: string }>(
    `select org_id, login from post join account using (person_id) where role = 'liaison'`,
  );
  return new Map(rows.map(({ org_id, login }) => [org_id, login.replace(/\.liaison$/, '')]));
}

async function playUnderKills(seed: number): Promise<string[]> {
  const [first, second, ...rounds] = scheduleOf(seed);
  const kills = rounds.flatMap((round) => round.kills).length;
  const players = new Players(desk.address, await loginPrefixes(), today);
  const acts = players.actsPerPair * pairs;
  const campaignId = await launch(players);
  desk.tell('launched');
  const members = () =>
    desk.rows<{ id: string }>('select id from case_file where campaign_id = ?', [campaignId]);

  await untilAtLast('the first member is open', async () => (await members()).length > 0);
  for (const round of [first, second])
    if (round) await killRound(desk, { ...round, then: 'it starts' }, players, 0);
  await untilAtLast('all members are open', async () => (await members()).length === pairs);
  desk.tell('all members are open');

  const inspector = await players.person('inspector1');
  const { items } = await inspector.get<CasePage>(`/api/cases?campaignId=${campaignId}&limit=50`);
  const playing = Promise.all(items.map(({ id }) => players.play(id)));
  // Told below, when nothing is killed any more.
  playing.catch(() => undefined);
  for (const round of rounds) await killRound(desk, round, players, Math.ceil(acts / kills));
  desk.tell('no more kills');
  players.let(Infinity);
  await untilAtLast('all is well', () => desk.isWell());
  desk.tell('all is well');
  await playing;
  desk.tell('every act is answered');
  await untilAtLast('every effect is done', async () => {
    const left = await desk.rows('select 1 from effect where done_at is null limit 1');
    return left.length === 0;
  });
  desk.tell('every effect is done');
  expect(players.answers).toHaveLength(acts);
  return faultsIn(desk, campaignId, players.answers);
}

test('a campaign under overlapping kills of its parts is left whole', async () => {
  const seed = faultSeed() ?? randomInt(2 ** 31);
  const story = () =>
    [`FAULT_SEED=${seed}`, ...scheduleOf(seed).map(told), ...desk.story, desk.output.slice(-4000)].join('\n');
  const faults = await playUnderKills(seed).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${story()}`, { cause: error });
  });
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\n${story()}`);
}, 900_000);
