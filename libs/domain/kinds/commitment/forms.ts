import { z } from 'zod';
import { choice, day, files, longText, optionalText, text } from '../../form.ts';
import { limits } from './state.ts';

export const nothing = z.object({});
const note = optionalText('说明');

const words = {
  what: text('事项', { max: 200, example: '门诊退费须一次办结，不得让患者往返窗口' }),
  measure: longText('要求和措施', { max: 2000, example: '修订退费流程，增设一站式窗口，公示办理时限' }),
};
const when = {
  limit: choice('完成时限', limits),
  due: day('完成日期', { description: '完成时限选“指定日期”时填写。' }).optional(),
};
const wanted = {
  evidence: optionalText('要求提交的佐证材料', { example: '新流程文件、窗口照片、一周退费记录' }),
  basis: optionalText('依据', { rows: 2 }),
};
/** The day and the way of setting it belong together. */
const dated = (form: { limit: string; due?: string }, context: z.RefinementCtx) => {
  if (form.limit === 'day' && !form.due)
    context.addIssue({ code: 'custom', path: ['due'], message: '请选择完成日期，或改选15日内、30日内。' });
};

/** 下达台账事项 by hand. */
export const issue = z
  .object({
    ...words,
    owner: z.uuid({ error: '请选择责任单位。' }).meta({ title: '责任单位', widget: 'select' }),
    holder: z
      .uuid({ error: '请选择责任人。' })
      .optional()
      .meta({ title: '责任人', widget: 'select', description: '不指定的，由责任单位联络员承办。' }),
    helpers: z
      .array(z.uuid({ error: '请选择协办单位。' }))
      .max(10, '协办单位最多10家。')
      .default([])
      .meta({ title: '协办单位', widget: 'several' }),
    ...when,
    ...wanted,
  })
  .superRefine(dated);
export type IssueForm = z.infer<typeof issue>;

/** The same as an act of another case, which names the owner itself. */
export const issueFrom = z.object({ ...words, ...when, ...wanted }).superRefine(dated);

export const signFor = z.object({ note });
export const reportProgress = z.object({
  progress: z
    .number({ error: '请填写完成比例。' })
    .int('完成比例应为整数。')
    .min(0, '完成比例应在0至100之间。')
    .max(100, '完成比例应在0至100之间。')
    .meta({ title: '完成比例（%）', widget: 'number' }),
  report: longText('进展情况'),
  files: files('有关材料'),
});
export const pressReport = z.object({
  how: choice(
    '催报方式',
    { phone: '电话', visit: '上门', letter: '书面' },
    { description: '责任单位连续两次没有按时报告进展。' },
  ),
  note: optionalText('责任单位的说明', { example: '施工已完成，正在汇总数据，明天上午补报' }),
});
export const reportDone = z.object({ report: longText('办理结果'), files: files('佐证材料') });
export const helperDone = z.object({ report: longText('协办完成情况'), files: files('佐证材料') });

const judged = (form: { decision: string; due?: string; reason?: string }, context: z.RefinementCtx) => {
  if (form.decision !== 'return') return;
  if (!form.due) context.addIssue({ code: 'custom', path: ['due'], message: '退回时请确定新的完成日期。' });
  if (!form.reason) context.addIssue({ code: 'custom', path: ['reason'], message: '退回时请写明意见。' });
};
const again = {
  due: day('新的完成日期', { description: '退回时填写，按新的日期重新计时。' }).optional(),
  reason: optionalText('意见'),
};
export const review = z
  .object({ decision: choice('审核意见', { accept: '通过，提交销号', return: '退回重新办理' }), ...again })
  .superRefine(judged);
export const strikeOff = z
  .object({ decision: choice('销号意见', { strike: '同意销号', return: '未达到要求，退回办理' }), ...again })
  .superRefine(judged);

export const waiveHelper = z.object({
  part: z.string({ error: '请选择协办单位。' }).meta({ title: '协办单位', widget: 'select' }),
  reason: longText('理由'),
});
export const proposeWaiver = z.object({ reason: longText('不再办理的理由'), files: files('有关材料') });
export const decideWaiver = z.object({
  decision: choice('审批意见', { approve: '同意，不再办理', refuse: '不同意，继续办理' }),
  note,
});
