import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ActReceipt, CasePage, CaseView } from '#contracts/case';
import type { PairListView } from '#contracts/pair-list';
import { newId } from '#db/id';
import { openOrm, type MikroORM } from '#db/orm';
import { demoPassword } from '#db/seed/demo-logins';
import { addDays } from '#domain/day';
import { systemClock } from '#config/clock';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { recorded } from '#cli/start/running';
import { annexText } from '#domain/kinds/campaign/pairs/annex.sample';
import { signIn, type Person } from '#tests/harness/browser';
import { startSystem, type System } from '#tests/harness/system';

let system: System;
let orm: MikroORM;
const today = systemClock.today();
const parts = ['apps/worker/main.ts', 'apps/api/main.ts', 'temporal.db', '/postgres', 'apps/worker/main.ts'];

beforeAll(async () => {
  system = await startSystem();
}, 300_000);
afterAll(async () => {
  await orm?.close(true);
  await system?.stop();
}, 60_000);

const person = (login: string) => signIn(system.address, login, demoPassword);

async function act(by: Person, caseId: string, action: string, form: unknown): Promise<void> {
  const sent = { actId: newId(), action, form };
  const { status, body } = await by.post<ActReceipt>(`/api/cases/${caseId}/acts`, sent);
  if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`);
}

async function launch(): Promise<string> {
  const inspector = await person('inspector1');
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
  expect(list.body.rows).toHaveLength(17);
  expect(list.body.problemCount).toBe(0);
  const opened = await inspector.post<ActReceipt>(`/api/pair-lists/${list.body.id}/launch`, {
    actId: newId(),
  });
  const campaignId = opened.body.caseId;
  await act(await person('leader1'), campaignId, 'sign', { decision: 'sign' });
  return campaignId;
}

/** Both hospitals of a pair confirm, file their groups and sign, as the demo accounts of each hospital would. */
async function playPair(caseId: string, liaisons: Map<string, string>): Promise<void> {
  const bureau = await person('inspector1');
  const { parties } = await bureau.get<CaseView>(`/api/cases/${caseId}`);
  const contacts = coreAreas.map((area) => ({ area, name: '联系人', post: '主任', phone: '010-12345678' }));
  for (const [action, form, role] of [
    ['confirm', {}, 'liaison'],
    ['file-group', { lead: '院长', contacts }, 'liaison'],
    ['sign-pledge', { agreed: true }, 'principal'],
  ] as const) {
    for (const { orgId } of parties)
      await act(await person(`${liaisons.get(orgId)}.${role}`), caseId, action, form);
  }
}

async function loginPrefixes(): Promise<Map<string, string>> {
  const rows = await orm.em
    .fork()
    .execute<{ org_id: string; login: string }[]>(
      `select org_id, login from post join account using (person_id) where role = 'liaison'`,
    );
  return new Map(rows.map(({ org_id, login }) => [org_id, login.replace(/\.liaison$/, '')]));
}

const count = async (sql: string, id: string) =>
  (await orm.em.fork().execute<{ count: number }[]>(sql, [id]))[0]?.count ?? 0;

/** Every part twice, the worker four times; each when the one before is back at work. */
async function killAll(): Promise<void> {
  for (const part of [...parts, ...parts]) {
    const pid = system.pidOf(part);
    process.kill(pid, 'SIGKILL');
    await until(async () => system.pidOf(part) !== pid);
    await until(async () => (await fetch(`${system.address}/api/health`)).ok);
  }
}

/** Tried again while PostgreSQL is on its way back. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 120_000;
  while (!(await condition().catch(() => false))) {
    if (performance.now() > end) throw new Error('it did not come about within two minutes');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

test('a campaign under kills of every part opens each case once, loses no act and no paper, doubles nothing', async () => {
  orm = await openOrm(recorded(system.dataDir)?.databaseUrl ?? '', { poolSize: 2 });
  const campaignId = await launch();
  const killing = killAll();
  const members = `select count(*)::int as count from case_file where campaign_id = ?`;
  await until(async () => (await count(members, campaignId)) === 17);
  const prefixes = await loginPrefixes();
  const { items } = await (
    await person('inspector1')
  ).get<CasePage>(`/api/cases?campaignId=${campaignId}&limit=50`);
  const queue = items.values();
  await Promise.all(
    [1, 2, 3].map(async () => {
      for (const { id } of queue) await playPair(id, prefixes);
    }),
  );
  await killing;
  const ofMembers = (what: string) =>
    `select count(*)::int as count from ${what} where case_id in (select id from case_file where campaign_id = ?)`;
  await until(
    async () => (await count(`${ofMembers('notice')} and rendered_at is not null`, campaignId)) === 17,
  );
  expect(await count(members, campaignId)).toBe(17);
  // Opening and twice three acts; the clock adds none on the first day.
  expect(await count(`${ofMembers('case_event')} and action <> 'clock'`, campaignId)).toBe(17 * 7);
  expect(await count(ofMembers('notice'), campaignId)).toBe(17);
  expect(await count(`${ofMembers('todo')} and closed_at is null`, campaignId)).toBe(17);
  expect(
    await count(
      'select count(distinct number)::int as count from case_file where campaign_id = ?',
      campaignId,
    ),
  ).toBe(17);
  const [gap] = await orm.em.fork().execute<{ missing: number }[]>(
    `select (last - (select count(*) from case_file where kind = 'pairing'))::int as missing
         from number_series where series = 'case:pairing'`,
  );
  expect(gap?.missing).toBe(0);
}, 400_000);
