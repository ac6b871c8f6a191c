import { z } from 'zod';
import { choice, day, longText, optionalText } from '../form.ts';
import { interviewAnswers, lackingOfInterview } from './interview-form.ts';

/** Options of these are what the case offers: they name todos, signers and persons by key. */
const chosen = (title: string) =>
  z
    .string({ error: `请选择${title}。` })
    .regex(/^[\w./:-]{1,80}$/, `请选择${title}。`)
    .meta({ title, widget: 'select' });
const several = (title: string) =>
  z
    .array(z.string().regex(/^[\w./:-]{1,80}$/), { error: `请选择${title}。` })
    .min(1, `请选择${title}。`)
    .max(100)
    .meta({ title, widget: 'checkboxes' });
const person = (title: string) => z.uuid({ error: `请选择${title}。` }).meta({ title, widget: 'select' });
const number = (title: string) =>
  z
    .string({ error: `请选择${title}。` })
    .regex(/^\d{1,6}$/, `请选择${title}。`)
    .meta({ title, widget: 'select' });
const reason = longText('理由', { max: 2000 });

export const requestExtension = z.object({ todo: chosen('申请延期的事项'), until: day('延期至'), reason });
export const decideRequest = z.object({
  request: number('申请'),
  decision: choice('审批意见', { approve: '同意', refuse: '不同意' }),
  note: optionalText('意见'),
});
export const requestSuspension = z.object({
  todos: several('中止计算期限的事项'),
  ground: chosen('中止事由'),
  reason,
});
export const resume = z.object({ todos: several('恢复计算期限的事项'), reason });

export const urge = z.object({ todos: several('催办的事项'), note: optionalText('催办意见') });
export const papers = {
  urge: '催办函',
  supervise: '督办函',
  interview: '约谈通知',
  circular: '工作通报',
} as const;
export const decideEscalation = z
  .object({
    escalation: number('升级事项'),
    decision: choice('处理意见', {
      issue: '同意，印发文书',
      instruct: '批示后退回办理',
      'take-over': '由我亲自督办',
      reassign: '改派他人办理',
    }),
    paper: choice('文书', papers, { when: { field: 'decision', is: 'issue' } }).optional(),
    ...interviewAnswers,
    personId: person('改派给')
      .optional()
      .meta({ title: '改派给', widget: 'select', when: { field: 'decision', is: 'reassign' } }),
    note: optionalText('批示'),
  })
  .superRefine(({ decision, note, paper, personId, ...answers }, context) => {
    const lack = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (decision === 'issue' && paper === 'interview')
      for (const [path, message] of lackingOfInterview(answers)) lack(path, message);
    if (decision === 'instruct' && !note?.trim()) lack('note', '请写明批示内容。');
    if (decision === 'issue' && !paper) lack('paper', '请选择要印发的文书。');
    if (decision === 'reassign' && !personId) lack('personId', '请选择改派给谁。');
  });

/** While it is being filled in: which paper the decision would issue, and what it would say. */
export const escalationDraft = z.object({
  escalation: number('升级事项').optional(),
  decision: z.string().max(20).optional(),
  paper: choice('文书', papers).optional(),
  interviewWho: interviewAnswers.interviewWho,
  interviewOn: interviewAnswers.interviewOn,
  interviewAt: z.string().max(20, '约谈时间应如09:30。').optional(),
  interviewPlace: interviewAnswers.interviewPlace,
});

export const handOver = z.object({ todo: chosen('事项'), personId: person('转给'), reason });
export const delegate = z.object({ todo: chosen('事项'), personId: person('委派给'), reason });
export const giveBack = z.object({ todo: chosen('事项'), report: longText('办理情况', { max: 5000 }) });
export const reassign = z.object({ todo: chosen('事项'), personId: person('改派给'), reason });

export const addSigner = z.object({
  signing: chosen('审批事项'),
  personId: person('加签人'),
  where: choice('加签位置', { before: '在我之前', after: '在我之后' }),
  reason,
});
export const consult = z.object({
  signing: chosen('审批事项'),
  personId: person('征求谁的意见'),
  question: longText('需要对方答复的问题', { max: 2000 }),
});
export const advise = z.object({ consult: number('征求意见'), advice: longText('意见', { max: 5000 }) });
export const returnSigning = z.object({
  signing: chosen('审批事项'),
  stage: z
    .string()
    .regex(/^\d{1,3}$/, '请选择退回到哪一步。')
    .meta({ title: '退回到', widget: 'select' }),
  reason,
});
export const withdraw = z.object({ signing: chosen('撤回的申请'), reason });

export const requestRecusal = z.object({ personId: person('需要回避的人'), reason });
