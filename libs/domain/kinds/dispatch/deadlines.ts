import type { DeadlineRule } from '../../deadline.ts';
import type { RouteRule, RouteStage } from '../../signing.ts';

const ground = '产品默认值，可由主管部门调整';
const row = (code: string, label: string, count: number): DeadlineRule => ({
  code: `dispatch.${code}`,
  label,
  from: '2017-01-01',
  ground,
  mark: 'default',
  unit: 'WD',
  count,
  roll: true,
});

/** 发文: all [P], none of them law. */
export const deadlines: DeadlineRule[] = [
  row('submit', '起草文稿', 5),
  row('revise', '修改文稿', 2),
  row('review', '审核文稿', 2),
  row('legal-review', '法制审核', 3),
  row('sign', '签发', 2),
  row('note-seal', '用印', 1),
  row('send', '发送', 1),
  row('archive', '归档', 10),
  row('decide-void', '审批作废', 2),
];

const route = (code: string, label: string, stages: RouteStage[], because = ground): RouteRule => ({
  code: `dispatch.${code}`,
  label,
  from: '2017-01-01',
  ground: because,
  mark: 'default',
  stages,
});

export const routes: RouteRule[] = [
  route('sign', '签发文书', [{ signers: [['leader', 'chief-leader']] }]),
  route(
    'sign-upward',
    '签发上行文',
    [{ signers: [['chief-leader']] }],
    '《党政机关公文处理工作条例》第二十二条：重要公文和上行文由机关主要负责人签发',
  ),
  route('decide-void', '审批文书作废', [{ signers: [['leader', 'chief-leader']] }]),
];
