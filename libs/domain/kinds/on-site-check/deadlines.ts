import type { DeadlineRule } from '../../deadline.ts';

const row = (code: string, label: string, count: number, unit: DeadlineRule['unit']): DeadlineRule => ({
  code: `on-site-check.${code}`,
  label,
  from: '2017-01-01',
  ground: '程序说明§2.18、§4（产品默认值，可由主管部门调整）',
  mark: 'default',
  unit,
  count,
  roll: true,
});

/** Limits after the visit, all [P]; the visit itself falls on its own day. */
export const deadlines: DeadlineRule[] = [
  row('confirm', '确认检查结果', 2, 'WD'),
  row('sign', '被查单位签字', 3, 'WD'),
  row('answer-objection', '处理异议', 5, 'WD'),
  row('file', '案卷归档', 30, 'CD'),
];
