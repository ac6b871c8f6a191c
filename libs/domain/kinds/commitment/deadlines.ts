import type { DeadlineRule } from '../../deadline.ts';
import type { RouteRule } from '../../signing.ts';

const ledger = '程序说明§4（产品默认值，可由主管部门调整）';
const pairing = '程序说明§6（产品默认值，可由主管部门调整）';
const rectifying = '程序说明§2.18（产品默认值，可由主管部门调整）';
const row = (
  code: string,
  label: string,
  count: number,
  unit: DeadlineRule['unit'],
  ground = ledger,
): DeadlineRule => ({
  code: `commitment.${code}`,
  label,
  from: '2017-01-01',
  ground,
  mark: 'default',
  unit,
  count,
  roll: true,
});

/** Limits of a commitment: process-law.md §4 and §2.18, all [P]; a day that was named needs no row. */
export const deadlines: DeadlineRule[] = [
  row('sign-for', '签收台账事项', 1, 'WD'),
  row('rectify-five-days', '办理台账事项', 5, 'WD', pairing),
  row('rectify-half-month', '办理台账事项', 15, 'CD', rectifying),
  row('rectify-month', '办理台账事项', 30, 'CD', rectifying),
  row('review', '审核办理结果', 3, 'WD'),
  row('strike-off', '销号', 3, 'WD'),
  row('press-report', '催报进展', 2, 'WD'),
  row('report-late', '补报进展', 1, 'WD'),
  row('decide-waiver', '审批不再办理', 3, 'WD'),
  { ...row('progress-weekly', '每周报告进展', 0, 'WD'), fixedWeekday: 5, time: '17:00' },
  { ...row('progress-monthly', '每月报告进展', 0, 'WD'), endOf: 'month', time: '17:00' },
];

export const routes: RouteRule[] = [
  {
    code: 'commitment.decide-waiver',
    label: '审批不再办理',
    from: '2017-01-01',
    ground: ledger,
    mark: 'default',
    stages: [{ signers: [['section-head', 'leader', 'chief-leader']] }],
  },
];
