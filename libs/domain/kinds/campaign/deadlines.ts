import type { DeadlineRule } from '../../deadline.ts';
import type { RouteRule } from '../../signing.ts';

const row = (code: string, label: string, count: number, unit: DeadlineRule['unit']): DeadlineRule => ({
  code,
  label,
  from: '2017-01-01',
  ground: '产品默认值，可由主管部门调整',
  mark: 'default',
  unit,
  count,
  roll: true,
});

export const deadlines: DeadlineRule[] = [
  row('campaign.sign', '签发结对通知', 3, 'WD'),
  row('campaign.revise', '修改后重新报签', 3, 'WD'),
  row('campaign.close', '办结批次', 10, 'WD'),
];

export const routes: RouteRule[] = [
  {
    code: 'campaign.sign',
    label: '签发结对通知',
    from: '2017-01-01',
    ground: '产品默认值，可由主管部门调整',
    mark: 'default',
    stages: [{ signers: [['leader', 'chief-leader']] }],
  },
];
