import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DraftPublished } from '#contracts/draft';
import type { LogView } from '#contracts/log';
import type { MessageView } from '#contracts/message';
import type { Created, Page } from '#contracts/page';
import type { RuleDraftView, RuleEffect, RulesView } from '#contracts/rules';
import { Absence, AbsencePost } from '#db/entities/absence';
import { Post } from '#db/entities/post';
import { newId } from '#db/id';
import { booksInForce } from '#db/queries/rule-book';
import { demoId } from '#db/seed/demo';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { RUNNER } from '#api/parts.module';
import type { RunnerClient } from '#runner/runner-client';
import { playCase } from '#tests/harness/play-case';
import { until } from '#tests/harness/poll';
import { runningApi, type Browser, type RunningApi } from './running-api.ts';

let api: RunningApi;
let system: Browser;
let security: Browser;
/** Another system administrator. */
let other: Browser;

beforeAll(async () => {
  api = await runningApi();
  const em = api.orm.em.fork();
  await em.insert(Post, {
    ...{ id: newId(), personId: demoId('person', 'archivist1'), orgId: demoId('org', 'information') },
    ...{ role: 'system-admin', from: '2020-01-01', createdAt: api.clock.now() },
  });
  api.clock.set('2026-11-23T01:00:00.000Z');
  [system, security, other] = [
    await api.as('sysadmin1'),
    await api.as('secadmin1'),
    await api.as('archivist1'),
  ];
  const pair = { from: '2026-11-20', to: '2027-05-31', launchOn: '2026-12-08', areas: coreAreas.join(',') };
  const parts = { pilotId: demoId('org', 'youyi'), assistedId: demoId('org', 'xuanwu') };
  // Each waits for two confirmations: due on 27 November, and on 9 November.
  for (const day of ['2026-11-20', '2026-11-02'])
    await playCase(api.orm, 'pairing', demoId('rules-pair', day), [
      [day, 'system', 'open', { ...pair, ...parts }],
    ]);
});
afterAll(async () => {
  // No worker runs here.
  const { client, taskQueue } = api.app.get<RunnerClient>(RUNNER);
  const books = await api.orm.em.fork().execute<{ version: string }[]>('select version from rule_book');
  for (const { version } of books) {
    const broadcast = client.workflow.getHandle(`${taskQueue}:book:${version}`);
    await until(() =>
      broadcast.terminate().then(
        () => true,
        () => false,
      ),
    );
  }
  await api.stop();
});

const at = (id: string, rest = '') => `/api/rules/drafts/${id}${rest}`;
const act = (id: string, name: string) => `/api/drafts/${id}/${name}`;
const basis = { does: 'append', from: '2026-12-01', ground: '京卫办〔2026〕9号第三条', mark: 'law' } as const;
const longer = { aheadWorkingDays: 2, firstBy: 'above', laterBy: 'chief-leader' };
const rung = { ...basis, ladder: 'default', offsetWorkingDays: 20, whom: 'chief-leader' };
const proposal = { table: 'rung', rows: [rung] };
const view = async (id: string, by = system) => (await by.get<RuleDraftView>(at(id))).body;

async function draft(body: object = proposal, by = system): Promise<RuleDraftView> {
  const answer = await by.send<Created>('POST', '/api/rules/drafts', body);
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([201, expect.any(String)]);
  return view(answer.body.id, by);
}
async function handedIn(body: object = proposal): Promise<RuleDraftView> {
  const { id, version } = await draft(body);
  expect((await system.send('POST', act(id, 'hand-in'), { version })).status).toBe(204);
  return view(id);
}
async function published(body: object): Promise<void> {
  const { id, version } = await handedIn(body);
  const answer = await security.send('POST', act(id, 'approve'), { version });
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
}
const rules = async () => (await system.get<RulesView>('/api/rules')).body;
const line = async (table: string, code: string) =>
  (await rules()).tables.find((one) => one.table === table)?.rows.find((row) => row.code === code);

test('before anything happens the preview says which open todos get the rung, and when', async () => {
  const { id, rows, may } = await draft();
  expect(may).toMatchObject({ edit: true, handIn: true, decide: false });
  expect(rows).toMatchObject([{ words: '逾期20个工作日报主要领导', before: null, group: '一般事项' }]);
  const { body } = await system.get<RuleEffect>(at(id, '/effect'));
  expect(body).toMatchObject({ changed: 4, cases: 2 });
  expect(body.groups).toEqual([
    { label: '逾期20个工作日报主要领导', count: 4, first: '2026-12-07T01:00:00.000Z' },
  ]);
  const page = async (rest: string) => (await system.get<RuleEffect>(at(id, `/effect?limit=3${rest}`))).body;
  const { items, next } = await page('');
  expect([...items, ...(await page(`&after=${next}`)).items]).toEqual(body.items);
  expect(body.items[0]).toMatchObject({ due: '2026-11-09', before: null, stepLabel: '确认结对关系' });
  expect((await rules()).tables[0]?.rows.some(({ code }) => code.startsWith('own-'))).toBe(false);
});

test('only he who wrote a draft changes it or sees it before it is handed in', async () => {
  const { id, version } = await draft();
  for (const rest of ['', '/effect']) expect((await other.get(at(id, rest))).status).toBe(404);
  expect((await other.send('POST', at(id, '/rows'), { version, proposal })).status).toBe(404);
  const later = { version, proposal: { table: 'rung', rows: [{ ...rung, offsetWorkingDays: 15 }] } };
  expect((await system.send('POST', at(id, '/rows'), later)).status).toBe(204);
  expect((await view(id)).rows[0]?.words).toBe('逾期15个工作日报主要领导');
  expect((await system.send('POST', at(id, '/rows'), later)).status).toBe(409);
  expect((await system.send('POST', act(id, 'withdraw'), { version: version + 1 })).status).toBe(204);
  expect((await system.send('POST', act(id, 'withdraw'), { version: version + 2 })).status).toBe(409);
});

test('nobody approves his own proposal, nor does his deputy, even with a post of his own', async () => {
  const { id, version, whyNot } = await handedIn();
  expect(whyNot).toBe('本人报送的规则变动须由另一人批准。');
  for (const step of ['approve', 'return']) {
    const answer = await system.send('POST', act(id, step), { version, reason: '自己' });
    expect([answer.status, answer.body.type]).toEqual([403, expect.stringContaining('own-proposal')]);
  }
  const proposer = demoId('person', 'sysadmin1');
  const post = await api.orm.em.fork().findOneOrFail(Post, { personId: proposer, role: 'system-admin' });
  const absence = newId();
  const em = api.orm.em.fork();
  await em.insert(Absence, {
    ...{ id: absence, personId: proposer, deputyId: demoId('person', 'archivist1') },
    ...{ from: '2026-11-23', to: '2026-11-23', enteredById: proposer, enteredAt: api.clock.now() },
  });
  await em.insert(AbsencePost, { absenceId: absence, postId: post.id });
  const refused = await other.send('POST', act(id, 'approve'), { version });
  expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('正在代理报送人')]);
  await em.nativeUpdate(Absence, { id: absence }, { endedAt: api.clock.now() });
});

test('it is returned with a reason, put right, and handed in again', async () => {
  const { id, version } = await handedIn();
  expect((await security.send('POST', act(id, 'return'), { version, reason: ' ' })).status).toBe(400);
  const reason = '请写明文号';
  expect((await security.send('POST', act(id, 'return'), { version, reason })).status).toBe(204);
  const returned = await view(id);
  expect(returned).toMatchObject({ status: 'returned', reason, decidedBy: '沈月华' });
  const step = { version: returned.version };
  expect((await system.send('POST', act(id, 'hand-in'), step)).status).toBe(204);
  const messages = (await system.get<Page<MessageView>>('/api/messages')).body.items;
  expect(messages[0]).toMatchObject({
    code: 'rules-returned',
    params: { reason, subject: '“提醒和逾期上报”的规则变动' },
  });
});

test('a second person publishes: another version of the book, the rung to come, both names, once', async () => {
  const [first, second] = [await handedIn(), await handedIn()];
  const { id, version } = first;
  const answers = await Promise.all(
    [security, security].map((by) => by.send<DraftPublished>('POST', act(id, 'approve'), { version })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const own = await line('rung', 'own-1');
  expect(own).toMatchObject({ now: null, past: [], values: { offsetWorkingDays: 20 } });
  expect(own?.coming).toMatchObject([
    { from: '2026-12-01', proposedBy: '蒋志强', approvedBy: '沈月华', markLabel: '法定' },
  ]);
  const book = (await booksInForce(api.orm.em.fork()))('pairing');
  expect(book.version).toBe('cn-2026+1');
  expect(book.calendar.version).toBe('cn-2026');
  expect((await rules()).telling).toEqual({ told: 0 });
  const auditor = await api.as('auditor1');
  const log = (await auditor.get<Page<LogView>>('/api/log?kind=rules-changed&limit=1')).body;
  expect(log.items[0]?.detail).toBe('批准并发布“提醒和逾期上报”的规则变动（第1次）');

  // The second one was looked at beside other rows.
  const late = await security.send('POST', act(second.id, 'approve'), { version: second.version });
  expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('已有另一项规则变动')]);
  expect((await view(id)).rows[0]?.code).toBe('own-1');
});

test('a new row closes the earlier one on its own first day; what runs keeps its due day', async () => {
  const confirm = { ...basis, code: 'pairing.confirm', count: 3, unit: 'WD' };
  const { id } = await draft({ table: 'deadline', rows: [confirm] });
  const { body } = await system.get<RuleEffect>(at(id, '/effect'));
  expect(body.sentences).toEqual([
    '“确认结对”：正在计算的4项仍按原来的规定，到期日不变；2026年12月1日起开始计算的，按新规定。',
  ]);
  await published({ table: 'deadline', rows: [confirm] });
  const found = await line('deadline', 'pairing.confirm');
  expect(found?.now).toMatchObject({ words: '5个工作日', to: '2026-12-01' });
  expect(found?.coming).toMatchObject([{ words: '3个工作日', from: '2026-12-01', to: null }]);
  const opening = {
    ...{ from: '2026-12-01', to: '2027-05-31', launchOn: '2026-12-08', areas: coreAreas.join(',') },
    ...{ pilotId: demoId('org', 'youyi'), assistedId: demoId('org', 'xuanwu') },
  };
  await playCase(api.orm, 'pairing', demoId('rules-pair', 'new'), [
    ['2026-12-01', 'system', 'open', opening],
  ]);
  const due = await api.orm.em
    .fork()
    .execute<{ due: string }[]>('select due::text from todo where case_id = ? limit 1', [
      demoId('rules-pair', 'new'),
    ]);
  expect(due).toEqual([{ due: '2026-12-04' }]);
});

test('a row for the same day takes the place of the one that was to come', async () => {
  await published({ table: 'rung', rows: [{ ...rung, code: 'own-1', offsetWorkingDays: 30 }] });
  expect((await line('rung', 'own-1'))?.coming).toMatchObject([{ words: '逾期30个工作日报主要领导' }]);
});

test('each other table takes a row, too, and a rung ends', async () => {
  const only = { does: 'end', code: 'before-5', from: '2026-12-01', ground: '少打扰医院' };
  await published({ table: 'rung', rows: [only] });
  expect((await line('rung', 'before-5'))?.now?.to).toBe('2026-12-01');
  const rows: [string, object][] = [
    ['office-hours', { ...basis, opens: '08:30', closes: '17:00' }],
    ['numbering', { ...basis, code: 'number.urge-letter', form: 'official', letters: '京卫督函' }],
    ['way', { ...basis, code: 'service.after-absent', next: 'entrusted' }],
    ['extension', { ...basis, ...longer, code: 'extension', times: 1, mostWorkingDays: 10 }],
    ['extension', { ...basis, ...longer, code: 'extension.pairing.confirm', times: 0, mostWorkingDays: 1 }],
    ['ground', { ...basis, label: '等待检测结果', approvedBy: 'leader', rules: ['pairing.confirm'] }],
    [
      'route',
      {
        ...basis,
        code: 'campaign.sign',
        stages: [{ signers: [['leader']] }, { signers: [['chief-leader']] }],
      },
    ],
  ];
  for (const [table, row] of rows) {
    const { id } = await draft({ table, rows: [row] });
    const { body } = await system.get<RuleEffect>(at(id, '/effect'));
    expect(body.sentences.join()).not.toMatch(/undefined|^$/);
    await published({ table, rows: [row] });
  }
  const found = await line('extension', 'extension.pairing.confirm');
  expect([found?.name, found?.coming[0]?.words]).toEqual(['“确认结对”的延期', '不得延期']);
  expect((await line('route', 'campaign.sign'))?.coming[0]?.words).toBe(
    '第1步分管领导一人签署；第2步主要领导一人签署',
  );
});

test('a proposal that waited past its day is not published', async () => {
  const { id, version } = await handedIn({ table: 'rung', rows: [{ ...rung, offsetWorkingDays: 40 }] });
  api.clock.set('2026-12-01T01:00:00.000Z');
  const late = await (await api.as('secadmin1')).send('POST', act(id, 'approve'), { version });
  api.clock.set('2026-11-23T01:00:00.000Z');
  expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('生效日期最早为明天')]);
});
