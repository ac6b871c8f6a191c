import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Drafts } from '#contracts/draft';
import type { RulesView } from '#contracts/rules';
import { runningApi, type Browser, type RunningApi } from './running-api.ts';

let api: RunningApi;
let system: Browser;

beforeAll(async () => {
  api = await runningApi();
  system = await api.as('sysadmin1');
});
afterAll(() => api.stop());

const basis = { does: 'append', from: '2026-12-01', ground: '京卫办〔2026〕9号第三条', mark: 'law' } as const;
const rung = { ...basis, ladder: 'default', offsetWorkingDays: 20, whom: 'chief-leader' };

test('the rules are read in words, each with its ground, by the bureau and the administrators', async () => {
  const inspector = await api.as('inspector1');
  const { status, body } = await inspector.get<RulesView>('/api/rules');
  expect(status).toBe(200);
  expect(body.earliest).toBe('2026-11-24');
  expect(body.tables.map(({ label }) => label)).toEqual([
    '提醒和逾期上报',
    '办理期限',
    '延期',
    '中止事由',
    '审批',
    '办公时间',
    '文号',
    '送达方式',
  ]);
  expect(body.tables[0]?.rows.find(({ code }) => code === 'after-3')?.now).toMatchObject({
    words: '逾期3个工作日报分管领导，附督办函，须分管领导审批',
    ...{ from: '2017-01-01', to: null, markLabel: '默认值', approvedBy: null },
  });
  expect((await (await api.as('youyi.liaison')).get('/api/rules')).status).toBe(403);
});

test.each([
  [{}, ''],
  [{ table: 'nothing', rows: [] }, ''],
  [{ table: 'rung', rows: [] }, '至少填写一条'],
  [{ table: 'rung', rows: [{ ...rung, offsetWorkingDays: 1.5 }] }, '请填-60到250之间的整数'],
  [{ table: 'rung', rows: [{ ...rung, whom: 'liaison' }] }, '请选择提醒谁或者报给谁'],
  [{ table: 'rung', rows: [{ ...rung, ground: ' ' }] }, '请填写依据'],
  [{ table: 'rung', rows: [{ ...rung, from: '2026-02-30' }] }, '请选择生效日期'],
  [{ table: 'rung', rows: [{ ...rung, from: '2026-11-23' }] }, '最早为明天'],
  [{ table: 'rung', rows: [{ ...rung, offsetWorkingDays: -1 }] }, '到期之前只提醒'],
  [{ table: 'deadline', rows: [{ ...basis, code: 'pairing.none', count: 3, unit: 'WD' }] }, '没有这条规则'],
  [{ table: 'deadline', rows: [{ ...basis, code: 'pairing.confirm', count: 3, unit: 'Y' }] }, '请选择工作日'],
  [{ table: 'route', rows: [{ ...basis, code: 'campaign.sign', stages: [] }] }, '至少要有一步'],
  [
    { table: 'route', rows: [{ ...basis, code: 'campaign.sign', stages: [{ signers: [] }] }] },
    '每一步至少要有一人',
  ],
  [
    {
      table: 'numbering',
      rows: [{ ...basis, code: 'number.urge-letter', form: 'official', letters: '京〔1〕' }],
    },
    '不带括号和数字',
  ],
  [
    { table: 'way', rows: [{ ...basis, code: 'service.after-absent', next: 'electronic' }] },
    '请选择下一步的送达方式',
  ],
  [{ table: 'office-hours', rows: [{ ...basis, opens: '25:00', closes: '17:00' }] }, '请填“09:00”'],
])('what makes no sense is answered with a sentence, and nothing is kept: %j', async (body, sentence) => {
  const count = async () => (await system.get<Drafts>('/api/drafts?sort=rules')).body.items.length;
  const before = await count();
  const answer = await system.send('POST', '/api/rules/drafts', body);
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body)).toContain(sentence);
  expect(await count()).toBe(before);
});
