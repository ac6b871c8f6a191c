import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../day.ts';
import { shippedRules } from '../kinds/index.ts';
import { holdsOn, periodFaults } from '../rule.ts';
import { merged, withAppended } from './append.ts';
import { bookVersion, revisionOf } from './book-version.ts';
import { composed } from './compose.ts';
import { ruleFaults } from './faults.ts';
import { givenRules } from './given.ts';
import { ruleTableCodes } from './tables.ts';
import { rowWords } from './words.ts';

const today = '2026-11-23';
const basis = { does: 'append', from: '2026-12-01', ground: '京卫办〔2026〕9号第三条', mark: 'law' } as const;
const longer = { aheadWorkingDays: 2, firstBy: 'above', laterBy: 'chief-leader' };
const rung = { ...basis, ladder: 'default', offsetWorkingDays: 20, whom: 'chief-leader' } as const;
const proposed = (table: string, rows: unknown[]) =>
  composed(givenRules.parse({ table, rows }), shippedRules);
const faultsOf = (table: string, ...rows: unknown[]) =>
  ruleFaults(proposed(table, rows), shippedRules, today).map(({ says }) => says);
const nameOf = (code: string) => code;

test('on any day at most one row of a code holds, whatever was appended in whichever order', () => {
  const codes = ['a', 'b'];
  const day = fc.integer({ min: 0, max: 60 }).map((ahead) => addDays('2026-01-01', ahead));
  const row = fc.record({ code: fc.constantFrom(...codes), from: day, ends: fc.boolean() });
  const shipped = [{ code: 'a', label: 'a', from: '2017-01-01', ground: '', mark: 'default' as const }];
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.array(day, { maxLength: 8 }), (rows, days) => {
      const appended = rows.map(({ ends, ...one }, nth) => ({
        ...one,
        ...(ends ? {} : { row: { ...shipped[0]!, ...one, label: String(nth) } }),
      }));
      const all = merged(shipped, appended);
      expect(periodFaults(all)).toEqual([]);
      for (const on of days)
        for (const code of codes) {
          const holding = all.filter((one) => one.code === code && holdsOn(one, on));
          // The row that begins last by that day, of those the one that was approved last.
          const begun = appended.filter((one) => one.code === code && one.from <= on);
          const latest = begun
            .map(({ from }) => from)
            .sort()
            .at(-1);
          const last = begun.findLast(({ from }) => from === latest);
          const expected = last ? last.row?.label : code === 'a' ? 'a' : undefined;
          expect(holding.map(({ label }) => label)).toEqual(expected === undefined ? [] : [expected]);
        }
    }),
  );
});

test('what is shipped is left as it is: appending closes the earlier period, in the merged rows only', () => {
  const before = JSON.stringify(shippedRules);
  const appended = proposed('deadline', [{ ...basis, code: 'pairing.confirm', count: 3, unit: 'WD' }]);
  const { deadline } = withAppended(shippedRules, { rows: appended });
  expect(deadline.filter(({ code }) => code === 'pairing.confirm')).toMatchObject([
    { from: '2017-01-01', to: '2026-12-01', count: 5 },
    { from: '2026-12-01', count: 3, label: '确认结对', ground: basis.ground },
  ]);
  expect(JSON.stringify(shippedRules)).toBe(before);
});

test('the shipped rows have no two of a code on one day, and each can be read out', () => {
  for (const table of ruleTableCodes) {
    expect(periodFaults(shippedRules[table])).toEqual([]);
    for (const row of shippedRules[table])
      expect(rowWords(table, row, nameOf)).not.toMatch(/undefined|NaN|[a-z]/);
  }
});

test.each([
  ['rung', rung, '逾期20个工作日报主要领导'],
  [
    'rung',
    { ...rung, offsetWorkingDays: 3, whom: 'leader', paper: 'supervise' },
    '逾期3个工作日报分管领导，附督办函，须分管领导审批',
  ],
  ['rung', { ...rung, offsetWorkingDays: -3, whom: 'holder' }, '到期前3个工作日提醒承办人'],
  ['deadline', { ...basis, code: 'pairing.archive', count: 20, unit: 'CD' }, '20日，最后一日遇节假日顺延'],
  [
    'route',
    { ...basis, code: 'campaign.sign', stages: [{ signers: [['leader'], ['chief-leader']], need: 1 }] },
    '分管领导、主要领导2人中有1人签署',
  ],
  [
    'extension',
    { ...basis, ...longer, code: 'extension', times: 2, mostWorkingDays: 10 },
    '最多延期2次，每次不超过10个工作日，须在到期日前至少2个工作日申请，由上一级批准，再次延期至少由主要领导批准',
  ],
  [
    'ground',
    { ...basis, label: '等待检测结果', approvedBy: 'leader' },
    '等待检测结果，须分管领导批准；用于法定期限以外的期限',
  ],
  ['office-hours', { ...basis, opens: '08:30', closes: '17:00' }, '工作日08:30至17:00'],
  [
    'numbering',
    { ...basis, code: 'number.urge-letter', form: 'official', letters: '京卫督函' },
    '京卫督函〔2026〕12号',
  ],
  ['numbering', { ...basis, code: 'number.service-receipt', form: 'file' }, '2026-0012'],
  ['numbering', { ...basis, code: 'number.urge-letter', form: 'issue' }, '〔2026〕第12期'],
  ['way', { ...basis, code: 'service.after-absent', next: 'entrusted' }, '下一步委托送达'],
])('a sound row of %s is taken and reads as a clerk says it', (table, row, words) => {
  const [one] = proposed(table, [row]);
  expect(faultsOf(table, row)).toEqual([]);
  expect(rowWords(one!.table, one!.row!, nameOf)).toBe(words);
});

test.each([
  ['rung', { ...rung, from: today }, '生效日期最早为明天'],
  ['rung', { ...rung, from: '2031-01-01' }, '三年以内'],
  ['rung', { ...rung, code: 'never' }, '没有这条规则'],
  ['rung', { ...rung, offsetWorkingDays: -2 }, '到期之前只提醒承办人'],
  ['rung', { ...rung, everyWorkingDays: 5 }, '上报领导只报一次'],
  ['rung', { ...rung, whom: 'holder', offsetWorkingDays: -2, everyWorkingDays: 2 }, '只发一次'],
  [
    'rung',
    { ...rung, code: 'overdue', whom: 'holder', offsetWorkingDays: 2, everyWorkingDays: 2 },
    '完全相同',
  ],
  ['deadline', { ...basis, code: 'pairing.none', count: 3, unit: 'WD' }, '没有这条规则'],
  ['deadline', { ...basis, code: 'pairing.confirm', count: 0, unit: 'WD' }, '至少为1'],
  ['deadline', { ...basis, code: 'pairing.confirm', count: -3, unit: 'WD' }, '请填写1以上'],
  ['deadline', { ...basis, code: 'pairing.confirm', count: 3, unit: 'H' }, '不能以小时计'],
  ['deadline', { ...basis, code: 'pairing.confirm', count: 300, unit: 'WD' }, '最多250'],
  ['deadline', { ...basis, code: 'pairing.weekly-report', count: 3, unit: 'WD' }, '请选择星期几'],
  ['deadline', { does: 'end', code: 'pairing.confirm', from: '2026-12-01', ground: '试' }, '不能终止'],
  [
    'route',
    { ...basis, code: 'campaign.sign', stages: [{ signers: [['leader'], ['leader']], need: 3 }] },
    '只有2人签署，不能要求3人',
  ],
  ['route', { does: 'end', code: 'campaign.sign', from: '2026-12-01', ground: '试' }, '不能终止'],
  ['extension', { ...basis, ...longer, code: 'extension.x', times: 1, mostWorkingDays: 9 }, '没有这项期限'],
  ['ground', { ...basis, label: '等待上级机关答复', approvedBy: 'leader' }, '同名'],
  ['ground', { ...basis, label: '新事由', approvedBy: 'leader', rules: ['none'] }, '不存在'],
  ['numbering', { ...basis, code: 'number.urge-letter', form: 'official' }, '请填写机关代字'],
  ['numbering', { ...basis, code: 'number.none', form: 'file' }, '没有这条规则'],
  ['numbering', { does: 'end', code: 'number.urge-letter', from: '2026-12-01', ground: '试' }, '不能终止'],
  ['way', { ...basis, code: 'service.after-absent', next: 'public' }, '只有邮寄被退回的'],
  ['way', { ...basis, code: 'service.after-absent', next: 'post' }, '完全相同'],
  ['way', { ...basis, code: 'service.after-handed', next: 'post' }, '没有这条规则'],
  ['office-hours', { ...basis, opens: '18:00', closes: '09:00' }, '下班时间应晚于上班时间'],
  ['office-hours', { ...basis, opens: '03:00', closes: '09:00' }, '06:00至22:00'],
])('what would make no sense of %s is refused with a sentence: %j', (table, row, says) => {
  expect(faultsOf(table, row).join()).toContain(says);
});

test('a ladder keeps a rung that reminds the holder', () => {
  const holders = shippedRules.rung.filter(({ whom, ladder }) => whom === 'holder' && ladder === undefined);
  const ends = holders.map(({ code }) => ({ does: 'end', code, from: '2026-12-01', ground: '试行' }));
  expect(faultsOf('rung', ...ends).join()).toContain('没有一条提醒承办人的规定');
  expect(faultsOf('rung', ...ends.slice(1))).toEqual([]);
});

test('one rule has one new row a day', () => {
  const hours = { ...basis, opens: '08:30', closes: '17:00' };
  expect(faultsOf('office-hours', hours, { ...hours, opens: '08:00' })).toEqual([
    '同一条规则同一天只能报一条。',
  ]);
});

test('the version of a book names its calendar and how often rows were appended', () => {
  expect([bookVersion('cn-2026', 0), bookVersion('cn-2026-2', 3)]).toEqual(['cn-2026', 'cn-2026-2+3']);
  expect(['cn-2026', 'cn-2026-2+3'].map(revisionOf)).toEqual([0, 3]);
});

test('how often the ground of a stopped clock is asked for can be changed, but the question stays one of its kind', () => {
  const asking = { ...basis, ladder: 'stopped', code: 'stopped.long', whom: 'holder' };
  const often = { ...asking, offsetWorkingDays: 5, everyWorkingDays: 5 };
  expect(faultsOf('rung', often)).toEqual([]);
  const [row] = proposed('rung', [often]);
  expect(row?.row).toMatchObject({ ladder: 'stopped', label: '中止每满5个工作日询问' });
  expect(rowWords('rung', row!.row!, nameOf)).toBe('中止每满5个工作日询问申请中止的人：事由是否还在');
  expect(faultsOf('rung', { ...often, everyWorkingDays: 3 }).join()).toMatch('固定的间隔');
  expect(faultsOf('rung', { ...often, code: undefined }).join()).toMatch('没有这条规则');
  const ended = { does: 'end', code: 'stopped.long', from: '2026-12-01', ground: '少打扰' };
  expect(faultsOf('rung', ended).join()).toMatch('无人过问');
});
