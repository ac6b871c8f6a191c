import { z } from 'zod';
import { choice, day, files, longText, optionalText, text } from '../../form.ts';
import { noticeTypes } from '../../notice-types.ts';
import { ties } from './state.ts';

export const nothing = z.object({});

export const drafted = noticeTypes.filter(({ drafting }) => drafting !== undefined);
export const draftedCodes = drafted.map(({ code }) => code) as [string, ...string[]];

/** 起草文书 by hand; with an earlier paper where it takes the place of one. */
export const draft = z.object({
  paper: choice('文种', Object.fromEntries(drafted.map(({ code, label }) => [code, label]))),
  title: text('事由', {
    max: 100,
    example: '做好改革启动当日值守工作',
    description: '标题中“关于……的通知”里的内容，起草时还可以改。',
  }),
  noticeId: z
    .uuid({ error: '请从已印发的文书中选择。' })
    .optional()
    .meta({ title: '针对的原文书', widget: 'select', description: '替代或者更正已印发的文书时选择。' }),
  how: choice('与原文书的关系', ties, {
    description: '替代：原文书不再执行；更正：原文书其余内容继续有效。',
  }).optional(),
});
export type DraftForm = z.infer<typeof draft>;

/** 批注: where in the paper, and what. */
const marks = z
  .array(
    z.object({
      place: text('位置', { max: 60, example: '第二部分第1段' }),
      text: text('意见', { max: 500, example: '时限与附件不一致，请核对' }),
    }),
  )
  .max(50, '批注最多50条。')
  .default([])
  .meta({ title: '批注', widget: 'rows', when: { field: 'decision', is: 'return' } });
const note = optionalText('意见', { rows: 2 });

interface Judged {
  decision: string;
  marks: unknown[];
  note?: string;
}
/** Who sends a draft back says why. */
const judged = ({ decision, marks: given, note: said }: Judged, context: z.RefinementCtx) => {
  if (decision === 'return' && given.length === 0 && !said)
    context.addIssue({ code: 'custom', path: ['note'], message: '退回时请写明意见，或者逐处批注。' });
};

export const submit = z.object({
  version: z.coerce
    .number({ error: '文稿还没有保存，请先打开文稿填写。' })
    .int()
    .min(1, '文稿还没有保存，请先打开文稿填写。')
    .meta({ title: '报送的文稿', widget: 'select', description: '最近保存的一版；报送后不能再改。' }),
  note: optionalText('报送说明', { rows: 2 }),
});
export const withdraw = z.object({ reason: longText('撤回理由', { rows: 2 }) });
const legal = z
  .boolean()
  .default(false)
  .meta({
    title: '送法制审核',
    widget: 'checkboxes',
    when: { field: 'decision', is: 'pass' },
  });
export const review = z
  .object({
    decision: choice('审核意见', { pass: '同意', return: '退回修改' }),
    legal,
    note,
    marks,
  })
  .superRefine(judged);
export const legalReview = z
  .object({
    decision: choice('法制审核意见', { pass: '通过', return: '退回修改' }),
    note,
    marks,
  })
  .superRefine(judged);
export const sign = z
  .object({
    decision: choice('签发意见', { sign: '同意签发', return: '退回修改' }),
    note,
    marks,
  })
  .superRefine(judged);

export const noteSeal = z.object({
  sealedOn: day('用印日期'),
  copies: z
    .number({ error: '请填写用印份数。' })
    .int('用印份数应为整数。')
    .min(1, '用印份数至少1份。')
    .max(10_000, '用印份数不能超过10000份。')
    .meta({ title: '用印份数', widget: 'number' }),
  sealedBy: text('用印人', { max: 60, example: '办公室 吴素云' }),
  files: files('盖章后的扫描件'),
});

/** Receivers outside the system get it by hand, by post or by the exchange of papers. */
export const send = z.object({
  formal: z.boolean().default(false).meta({
    title: '正式送达，逐家签收',
    widget: 'checkboxes',
    description: '逐家签收或者登记送达情况，每家一份送达回证；不选的，收文单位打开即记为已阅。',
  }),
  handed: z
    .array(
      z.object({
        unit: text('收文单位', { max: 100 }),
        on: day('送出日期'),
        how: text('方式', { max: 60, example: '机要交换' }),
      }),
    )
    .max(100, '最多100行。')
    .default([])
    .meta({ title: '系统外单位的送出情况', widget: 'rows' }),
  note: optionalText('说明', { rows: 2 }),
});
export const archive = z.object({ note: optionalText('归档说明', { rows: 2 }) });
export const askVoid = z.object({
  reason: longText('作废理由', {
    rows: 3,
    max: 1000,
    example: '附件清单有误，已印发的应当收回，另行发文',
    description: '文书作废后，理由显示在文书上，收文单位都能看到。',
  }),
});
export const decideVoid = z.object({
  decision: choice('审批意见', { approve: '同意作废', refuse: '不同意，继续有效' }),
  note,
});
