import type { Day } from '#domain/day';
import { orgId } from '../actors.ts';
import type { Days } from '../days.ts';
import type { Launch, Line } from '../line.ts';

interface Issued {
  key: string;
  by: string;
  ago: number;
  owner: string;
  role?: 'liaison' | 'department' | 'section-head';
  what: string;
  measure: string;
  evidence?: string;
  basis?: string;
  limit?: 'half-month' | 'month';
  due?: Day;
  helpers?: [org: string, role: 'liaison' | 'department'][];
}

/** Some of each colour: late, soon due, in good time, stopped, waiting for review, struck off. */
const commitments = (days: Days): Issued[] => [
  {
    ...{ key: 'refund-window', by: 'inspector1', ago: 22, owner: 'luhe', limit: 'half-month' },
    what: '门诊退费一次办结，患者不再往返窗口',
    measure: '修订退费流程，门诊一层增设一站式退费窗口，公示办理时限。',
    evidence: '新流程文件、窗口照片、一周退费登记',
    basis: '结对帮带中期检查前抽查',
  },
  {
    ...{ key: 'night-drill', by: 'inspector1', ago: 12, owner: 'shunyi', due: days.ahead(3) },
    what: '补做夜间停机回退演练',
    measure: '夜间演练不少于一次，含零点在院患者结转；演练记录经信息、收费、医务三方签字。',
    evidence: '演练方案和签字记录',
  },
  {
    ...{ key: 'subsidy', by: 'inspector3', ago: 3, owner: 'daxing', limit: 'month' },
    ...{ helpers: [['caizheng', 'department']] },
    what: '取消加成后补偿资金到位情况核对',
    measure: '医院逐月核对补偿资金，财政部门提供拨付明细，差额说明原因。',
    evidence: '核对表',
  },
  {
    ...{ key: 'price-table', by: 'inspector2', ago: 15, owner: 'huairou', due: days.ahead(9) },
    what: '价表与印发件逐条核对',
    measure: '两人核对、留痕；差异条目列表报送。',
  },
  {
    ...{ key: 'guide-desk', by: 'inspector2', ago: 30, owner: 'fengtai', limit: 'month' },
    what: '门诊咨询台工作日全天有人',
    measure: '排班到人，上墙公示，护理部每日抽查。',
  },
  {
    ...{ key: 'pharmacy-window', by: 'inspector1', ago: 9, owner: 'miyun', limit: 'half-month' },
    what: '用药咨询窗口固定开诊',
    measure: '每周不少于五个半天，咨询有登记。',
  },
  {
    ...{ key: 'posters', by: 'inspector1', ago: 1, owner: 'changping', limit: 'half-month' },
    what: '更换过期的改革政策宣传海报',
    measure: '门诊、住院、急诊全部更换，保留更换前后照片。',
    evidence: '更换前后照片',
  },
];

export const issued = (days: Days): Launch[] =>
  commitments(days).map(({ key, by, ago, owner, role, limit, due, helpers = [], ...words }, turn) => ({
    ...{ in: key, by, kind: 'commitment', at: days.slot(ago, 2, turn) },
    form: {
      ...words,
      ...{ owner: orgId(owner), helpers: helpers.map(([org]) => orgId(org)), limit: limit ?? 'day' },
      ...(due ? { due } : {}),
    },
    fields: {
      ...{ owner: orgId(owner), ownerRole: role ?? 'liaison', limit: limit ?? 'day' },
      helpers: helpers.map(([org, office]) => `${orgId(org)}:${office}`).join(','),
      ...{ evidence: words.evidence ? 1 : 0, ...(due ? { due } : {}) },
    },
  }));

const acts: [key: string, ago: number, by: string, action: string, form?: Record<string, unknown>][] = [
  ['refund-window', 22, 'luhe.liaison', 'sign-for'],
  [
    ...(['refund-window', 14, 'luhe.liaison', 'report-progress'] as const),
    { progress: 40, report: '流程已修订，窗口装修报批中。' },
  ],
  ['night-drill', 12, 'shunyi.liaison', 'sign-for'],
  [
    ...(['night-drill', 4, 'shunyi.liaison', 'report-progress'] as const),
    { progress: 70, report: '演练方案已定，定于本周五夜间进行。' },
  ],
  ['subsidy', 2, 'daxing.liaison', 'sign-for'],
  ['price-table', 14, 'huairou.liaison', 'sign-for'],
  [
    ...(['price-table', 8, 'huairou.liaison', 'request-suspension'] as const),
    { todos: ['report-done/1'], ground: 'higher-reply', reason: '3项价格待市医保局答复口径。' },
  ],
  ['price-table', 7, 'head1', 'decide-suspension', { request: '1', decision: 'approve' }],
  ['guide-desk', 29, 'fengtai.liaison', 'sign-for'],
  ['guide-desk', 20, 'fengtai.liaison', 'report-done', { report: '排班已上墙，抽查两周均有人值守。' }],
  ['guide-desk', 19, 'inspector2', 'review', { decision: 'accept' }],
  ['guide-desk', 18, 'head2', 'strike-off', { decision: 'strike' }],
  ['pharmacy-window', 8, 'miyun.liaison', 'sign-for'],
  ['pharmacy-window', 1, 'miyun.liaison', 'report-done', { report: '每周六个半天开诊，已登记咨询112人次。' }],
];

export const commitmentLines = (days: Days): Line[] =>
  acts.map(([key, ago, by, action, form = {}], turn) => ({
    ...{ in: key, at: days.slot(ago, 4, turn), by, action, form },
  }));
