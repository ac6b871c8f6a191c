import { expect, test } from '@jest/globals';
import { periodFaults, ruleOn, type Rule } from './rule.ts';

const row = (code: string, from: string, to?: string): Rule => ({
  code,
  label: '例',
  from,
  to,
  ground: '例',
  mark: 'law',
});
const rows = [
  row('a', '2020-01-01', '2025-06-01'),
  row('a', '2025-06-01'),
  row('b', '2022-01-01', '2023-01-01'),
];

test('a period is half-open: on the day of change the new row holds', () => {
  expect(ruleOn(rows, 'a', '2025-05-31').from).toBe('2020-01-01');
  expect(ruleOn(rows, 'a', '2025-06-01').from).toBe('2025-06-01');
});
test('a rule that does not hold on the day is missed by name', () => {
  expect(() => ruleOn(rows, 'b', '2023-01-01')).toThrow('规则“b”在2023年1月1日没有生效的条款');
  expect(() => ruleOn(rows, 'a', '2019-12-31')).toThrow('没有生效的条款');
});
test('periods of one code may touch but not overlap', () => {
  expect(periodFaults(rows)).toEqual([]);
  expect(periodFaults([...rows, row('a', '2026-01-01')])).toHaveLength(1);
  expect(periodFaults([row('c', '2026-01-02', '2026-01-02')])).toHaveLength(1);
});
