import type { DeadlineRule } from '../../deadline.ts';
import type { RouteRule } from '../../signing.ts';

const note = '程序说明§6（产品默认值，可由主管部门调整）';
const row = (
  code: string,
  label: string,
  count: number,
  unit: DeadlineRule['unit'],
  more: Partial<DeadlineRule> = {},
): DeadlineRule => ({
  code,
  label,
  from: '2017-01-01',
  ground: note,
  mark: 'default',
  unit,
  count,
  roll: true,
  ...more,
});

/** Limits of a pair's steps: process-law.md §6 and T27, all [P]; the inspections fall on days of the term itself. */
export const deadlines: DeadlineRule[] = [
  row('pairing.confirm', '确认结对', 5, 'WD'),
  row('pairing.decide-objection', '处理异议', 5, 'WD'),
  row('pairing.file-group', '报送专班名单', 10, 'WD'),
  row('pairing.sign-pledge', '签署责任书', 20, 'WD'),
  row('pairing.file-pledge', '责任书备案', 3, 'WD'),
  row('pairing.file-needs', '报送需求、问题和基线数据', 10, 'WD'),
  row('pairing.submit-plan', '提交帮带计划', 30, 'CD'),
  row('pairing.agree-plan', '商定帮带计划', 5, 'WD'),
  row('pairing.weekly-report', '报送周报', 0, 'WD', { fixedWeekday: 5, time: '17:00' }),
  row('pairing.approve-inspection', '审批检查情况通报', 5, 'WD'),
  row('pairing.hand-in', '提交总结材料', 10, 'WD'),
  row('pairing.close', '办理结对办结', 5, 'WD'),
  row('pairing.decide-ending', '审批续签、更换或终止', 5, 'WD'),
  row('pairing.archive', '案卷归档', 30, 'CD'),
];

const route = (code: string, label: string): RouteRule => ({
  code,
  label,
  from: '2017-01-01',
  ground: note,
  mark: 'default',
  stages: [{ signers: [['leader', 'chief-leader']] }],
});

/** Who signs what of a pair. */
export const routes: RouteRule[] = [
  route('pairing.approve-inspection', '审批检查情况通报'),
  route('pairing.decide-ending', '审批续签、更换或终止'),
];
