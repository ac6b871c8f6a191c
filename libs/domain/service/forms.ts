import { z } from 'zod';
import { choice, day, files, longText, optionalText, text } from '../form.ts';
import { pieceForm } from './state.ts';
import { results, type ServiceResult } from './ways.ts';

/** Which paper on whom: what the case offers. */
const piece = (title: string) =>
  z
    .string({ error: `请选择${title}。` })
    .regex(pieceForm, `请选择${title}。`)
    .meta({ title, widget: 'select' });
const labels = Object.fromEntries(Object.entries(results).map(([code, { label }]) => [code, label]));
export const answers = { confirm: '签收', refuse: '拒绝签收' } as const;

export const signFor = z
  .object({
    piece: piece('文书'),
    answer: choice('是否签收', answers),
    reason: optionalText('拒绝签收的理由', { when: { field: 'answer', is: 'refuse' } }),
  })
  .superRefine(({ answer, reason }, context) => {
    if (answer === 'refuse' && !reason?.trim())
      context.addIssue({ code: 'custom', path: ['reason'], message: '请写明拒绝签收的理由。' });
  });

type Answers = Partial<
  Record<
    | 'place'
    | 'receiver'
    | 'refusal'
    | 'witness'
    | 'entrustedTo'
    | 'letterNumber'
    | 'mailNumber'
    | 'where'
    | 'why',
    string
  >
>;
interface Needed {
  field: keyof Answers | 'files';
  message: string;
}
const place: Needed = { field: 'place', message: '请填写送达地点。' };

/** 委托、转交: the letter goes out; what comes back is the signed receipt (民事诉讼法第91条至第94条). */
const goesOut: Needed[] = [
  { field: 'entrustedTo', message: '请填写受委托或者转交的单位。' },
  { field: 'letterNumber', message: '请填写委托函或者转交函的文号。' },
];
const comesBack: Needed[] = [
  { field: 'receiver', message: '请填写签收人。' },
  { field: 'files', message: '请上传受送达人签收的送达回证。' },
];
const notServed: Needed[] = [{ field: 'files', message: '请上传对方单位退回的函件。' }];

const when = (...is: ServiceResult[]) => ({ when: { field: 'result', is } });

/** What the law wants with each result (民事诉讼法第87条至第95条; 卫生健康行政处罚程序规定第53条至第57条). */
const needed: Record<ServiceResult, Needed[]> = {
  handed: [
    place,
    { field: 'receiver', message: '请填写签收人。' },
    { field: 'files', message: '请上传对方签名或者盖章的送达回证。' },
  ],
  refused: [place, { field: 'refusal', message: '请写明拒收的情况。' }],
  absent: [place],
  left: [place, { field: 'refusal', message: '请写明拒收的事由。' }],
  entrusted: goesOut,
  'entrusted-received': comesBack,
  'entrusted-returned': notServed,
  transferred: goesOut,
  'transferred-received': comesBack,
  'transferred-returned': notServed,
  posted: [{ field: 'mailNumber', message: '请填写邮件号码。' }],
  'post-received': [{ field: 'files', message: '请上传邮寄回执。' }],
  'post-returned': [{ field: 'files', message: '请上传退回邮件的凭证。' }],
  published: [
    { field: 'where', message: '请填写公告刊登或者张贴在何处。' },
    { field: 'why', message: '请写明采用公告送达的原因和经过。' },
    { field: 'files', message: '请上传公告的版面、网页或者照片。' },
  ],
};

export const record = z
  .object({
    piece: piece('文书和受送达人'),
    result: choice('结果', labels),
    on: day('日期', {
      description: '送达、发出、签收、退回或者公告的当天；委托、转交已经签收的，填送达回证上的签收日期。',
    }),
    servers: z
      .array(z.uuid({ error: '请选择送达人。' }), { error: '请选择送达人。' })
      .min(2, '送达人不得少于两人。')
      .max(6, '送达人不超过六人。')
      .meta({ title: '送达人（不少于两人）', widget: 'checkboxes' }),
    place: text('送达地点', {
      ...when('handed', 'refused', 'absent', 'left'),
      example: '该院行政楼一层',
    }).optional(),
    receiver: text('签收人', {
      example: '院办公室 李某',
      ...when('handed', 'entrusted-received', 'transferred-received'),
    }).optional(),
    refusal: optionalText('拒收事由', {
      ...when('refused', 'left'),
      description: '写明谁、以什么理由拒收。',
    }),
    witness: text('见证人', {
      description: '留置送达须有基层组织或者所在单位的见证人，没有见证人的须上传拍照、录像。',
      ...when('left'),
    }).optional(),
    entrustedTo: text('受委托或者转交的单位', {
      ...when('entrusted', 'transferred'),
      example: '某某区卫生健康委员会',
      description: '委托：对方所在地的主管部门；转交：对方所在的部队、监所等单位。',
    }).optional(),
    letterNumber: text('委托函、转交函文号', {
      ...when('entrusted', 'transferred'),
      example: '京医管函〔2026〕12号',
    }).optional(),
    mailNumber: text('邮件号码', { ...when('posted') }).optional(),
    where: text('公告载体', {
      example: '本机关网站、受送达人住所地公告栏',
      ...when('published'),
    }).optional(),
    why: longText('公告送达的原因和经过', { ...when('published') }).optional(),
    files: files('凭证', 0, { description: '签收的送达回证、邮寄回执、录像、公告等。' }),
    note: optionalText('备注'),
  })
  .superRefine((given, context) => {
    const lack = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    for (const { field, message } of needed[given.result as ServiceResult]) {
      const value = given[field];
      if (!value || value.length === 0) lack(field, message);
    }
    if (given.result === 'left' && !given.witness && given.files.length === 0)
      lack('witness', '请填写见证人；没有见证人的，请上传留置过程的拍照、录像。');
  });

export const consent = z.object({
  papers: z
    .array(z.string().regex(/^[a-z-]{1,60}$/), { error: '请选择可以电子送达的文书。' })
    .min(1, '请选择可以电子送达的文书。')
    .max(50)
    .meta({ title: '可以电子送达的文书', widget: 'checkboxes' }),
  phone: text('接收提醒的手机号码', { max: 40, example: '13800000000' }),
});
export const revokeConsent = z.object({ reason: optionalText('理由') });
