import { expect, test } from '@jest/globals';
import { dateText, dayOf, dayText, instantText, leftText } from './day-text.ts';

const today = '2026-11-23';

test('a day is written with its weekday, and with its year only when that is another one', () => {
  expect(dayText('2026-11-27', today)).toBe('11月27日（周五）');
  expect(dateText('2027-05-24', today)).toBe('2027年5月24日');
});

test('an instant belongs to the civil day of Shanghai', () => {
  expect(dayOf('2026-11-22T17:16:11.239Z')).toBe('2026-11-23');
  expect(instantText('2026-11-22T17:16:11.239Z', today)).toBe('今天 01:16');
  expect(instantText('2026-11-20T01:03:00Z', today)).toBe('11月20日 09:03');
});

test('what is left is said in working days, what is late since when', () => {
  const due = { due: '2026-11-27', lateness: 'normal', workingDaysLeft: 4, workingDaysLate: 0 } as const;
  expect(leftText(due, today)).toBe('还剩4个工作日');
  expect(leftText({ ...due, due: today, lateness: 'soon', workingDaysLeft: 0 }, today)).toBe('今日到期');
  expect(leftText({ ...due, due: '2000-01-03', workingDaysLeft: 0 }, today)).toBe('已提交');
  expect(leftText({ ...due, lateness: 'overdue', workingDaysLate: 2 }, today)).toBe('已逾期2个工作日');
  expect(leftText({ ...due, lateness: 'suspended' }, today)).toBe('中止计算');
  expect(leftText({ ...due, due: null }, today)).toBe('没有期限');
});
