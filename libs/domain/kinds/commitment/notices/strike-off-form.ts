import { z } from 'zod';
import { formFrame } from '../../../notice-frames.ts';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, list, words } from '../../../notice-type.ts';

export const strikeOffFormData = group('整改销号单', {
  number: words('编号').optional(),
  issuer: words('主管部门'),
  /** Number of the line in the ledger. */
  item: words('台账编号'),
  problem: words('问题'),
  owner: words('责任单位和责任人'),
  due: dayOf('整改期限'),
  demand: words('整改要求'),
  measures: words('整改措施'),
  evidence: list('佐证材料', words('佐证材料')).min(1, '缺少佐证材料。'),
  onSite: words('现场核查情况'),
  checkers: list('核查人', words('核查人')).min(2, '核查人不得少于两人。'),
  result: z.enum(['struck-off', 'returned'], '结论应为struck-off或者returned。'),
  reason: words('结论理由'),
  date: dayOf('日期'),
});
export type StrikeOffForm = z.infer<typeof strikeOffFormData>;

const results = { 'struck-off': '同意销号', returned: '退回继续整改' } as const;

/** 整改销号单: who executed does not strike off; two people checked. */
export const strikeOffForm = (data: StrikeOffForm): NoticeContent => ({
  frame: formFrame(data),
  fields: { ...data, result: results[data.result] },
});
