import type { DeadlineRule } from '../deadline.ts';
import type { Step } from '../kind.ts';
import { paperLimits } from './notices/limits.ts';

const step = (label: string, action: string, rule: string): Step => ({
  label,
  action,
  rule: `supervision.${rule}`,
  ladder: 'reminders',
});

/** What supervising a case makes somebody owe; merged into every kind. */
export const supervisionSteps: Record<string, Step> = {
  'decide-extension': step('审批延期申请', 'decide-extension', 'decide-request'),
  'decide-suspension': step('审批中止申请', 'decide-suspension', 'decide-request'),
  'decide-recusal': step('决定是否回避', 'decide-recusal', 'decide-recusal'),
  'decide-escalation': step('处理督办升级', 'decide-escalation', 'decide-escalation'),
  advise: step('答复征求的意见', 'advise', 'advise'),
};

const row = (code: string, label: string, count: number): DeadlineRule => ({
  code: `supervision.${code}`,
  label,
  from: '2017-01-01',
  ground: '程序说明§4（产品默认值，可由主管部门调整）',
  mark: 'default',
  unit: 'WD',
  count,
  roll: true,
});

export const supervisionDeadlines: DeadlineRule[] = [
  row('decide-request', '审批延期或中止申请', 3),
  row('decide-recusal', '决定是否回避', 3),
  row('decide-escalation', '处理督办升级', 2),
  row('advise', '答复征求的意见', 3),
  ...paperLimits,
];
