import type { DeadlineRule } from '../deadline.ts';
import type { Step } from '../kind.ts';

/** What serving a paper makes somebody owe; merged into every kind. */
export const serviceSteps: Record<string, Step> = {
  // Nobody has to sign by law: the day only says until when it is waited for before another way is due.
  'sign-for-paper': {
    ...{ label: '签收文书', action: 'sign-for-paper' },
    ...{ rule: 'service.unanswered', ladder: 'reminders' },
  },
  serve: { label: '送达文书', action: 'record-service', rule: 'service.serve', papers: 'serve' },
  'follow-post': {
    label: '登记邮寄结果',
    action: 'record-service',
    rule: 'service.post',
    ladder: 'reminders',
    papers: 'serve',
  },
  'follow-entrusted': {
    label: '登记委托、转交结果',
    action: 'record-service',
    rule: 'service.entrusted',
    ladder: 'reminders',
    papers: 'serve',
  },
  'public-notice': {
    label: '公告期满视为送达',
    action: 'record-service',
    rule: 'service.public',
    ladder: 'reminders',
    papers: 'serve',
  },
};

export const unansweredRow = 'service.unanswered';
const law = { from: '2021-07-15', mark: 'law', roll: true } as const;
const own = { from: '2021-07-15', mark: 'default', roll: true } as const;

export const serviceDeadlines: DeadlineRule[] = [
  {
    ...{ ...law, code: 'service.serve', label: '送达文书', unit: 'WD', count: 7 },
    ground: '行政处罚法第61条第1款、第85条',
  },
  {
    ...{ ...own, code: unansweredRow, label: '在系统内签收文书', unit: 'WD', count: 2 },
    ground: '程序说明§2.13（产品默认值，可由主管部门调整）',
  },
  {
    ...{ ...own, code: 'service.post', label: '登记邮寄结果', unit: 'WD', count: 10 },
    ground: '程序说明§2.13（产品默认值，可由主管部门调整）',
  },
  {
    ...{ ...own, code: 'service.entrusted', label: '登记委托、转交结果', unit: 'WD', count: 15 },
    ground: '程序说明§2.13（产品默认值，可由主管部门调整）',
  },
  {
    ...{ ...law, code: 'service.public', label: '公告期满视为送达', unit: 'CD', count: 30 },
    ground: '行政处罚法第61条第1款；民事诉讼法第95条',
  },
];
