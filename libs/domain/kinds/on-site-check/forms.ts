import { z } from 'zod';
import { choice, day, files, longText, optionalText, score, text } from '../../form.ts';
import { issueFrom } from '../commitment/forms.ts';
import { checklistOn, groupCodes } from './checklists.ts';

const allGroups = checklistOn('2026-01-01').groups;
export const nothing = z.object({});
export const checkers = z
  .array(z.uuid({ error: '请选择检查人员。' }), { error: '请选择检查人员。' })
  .min(2, '现场核查至少由两人进行，请选择两名以上检查人员。')
  .max(6, '检查人员最多6人。')
  .meta({ title: '检查人员（至少两人）', widget: 'several' });

/** 安排现场核查. */
export const arrange = z.object({
  purpose: text('核查事由', { max: 200, example: '门诊退费流程整改情况' }),
  visitedId: z.uuid({ error: '请选择被查单位。' }).meta({ title: '被查单位', widget: 'select' }),
  place: text('地点', { max: 100, example: '门诊楼一层收费处' }),
  on: day('核查日期'),
  checkers,
  groups: z
    .array(z.enum(groupCodes), { error: '请至少选择一组检查内容。' })
    .min(1, '请至少选择一组检查内容。')
    .meta({
      title: '检查内容',
      widget: 'checkboxes',
      options: allGroups.map(({ code, label }) => ({ value: code, label })),
    }),
  basis: optionalText('依据', { rows: 2 }),
});
export type ArrangeForm = z.infer<typeof arrange>;

export const rearrange = z.object({
  on: day('新的核查日期'),
  checkers,
  reason: longText('调整理由', { rows: 2 }),
});
export const handIn = z.object({
  summary: longText('现场情况小结', { example: '共查17项，合格15项，不合格2项，已当场向该院说明' }),
  scores: z
    .object(Object.fromEntries(allGroups.map(({ code, label }) => [code, score(label).optional()])))
    .optional()
    .meta({ title: '各组得分（0至100）', widget: 'rows' }),
  demands: optionalText('整改要求'),
  files: files('其他材料'),
});
export const confirm = z.object({
  decision: choice('确认意见', { confirm: '与现场情况一致，确认', return: '有出入，退回修改' }),
  note: optionalText('意见'),
});
export const sign = z.object({
  agreed: z
    .literal(true, { error: '请确认已阅读全部检查结果。' })
    .meta({ title: '我已阅读全部检查结果，代表本单位签字', widget: 'checkboxes' }),
  remark: optionalText('说明'),
});
export const object = z.object({ remark: longText('异议及理由'), files: files('有关材料') });
export const noteUnsigned = z.object({ reason: longText('未签字的情况', { rows: 2 }) });
export const answerObjection = z.object({
  decision: choice('处理意见', { keep: '维持检查结果', redo: '重新核查' }),
  on: day('重新核查日期', { description: '选“重新核查”时填写。' }).optional(),
  reason: longText('理由'),
});
export const openCommitment = issueFrom.safeExtend({
  item: z.string({ error: '请选择不合格项。' }).meta({ title: '不合格项', widget: 'select' }),
});
export const file = z.object({
  volume: text('案卷号', { max: 50, example: '核查-2026-001' }),
  note: optionalText('说明'),
});
