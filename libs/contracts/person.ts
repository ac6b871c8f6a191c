import { z } from 'zod';
import type { MailChoice } from '#domain/mail-choice';
import { mailChoices } from '#domain/mail-choice';
import { dayText, flag, pageOf, pageQuery, words } from './page.ts';
import { newPassword, orgKindCode, roleCode } from './session.ts';

export const mailChoice = z.enum(Object.keys(mailChoices) as [MailChoice, ...MailChoice[]]);

export const postView = z
  .object({
    id: z.uuid(),
    orgId: z.uuid(),
    orgName: z.string(),
    orgKind: orgKindCode,
    role: roleCode,
    roleLabel: z.string(),
    from: dayText,
    /** The first day without it. */
    until: dayText.nullable(),
    current: z.boolean(),
  })
  .meta({ id: 'Post' });
export type PostView = z.infer<typeof postView>;

export const qualificationSort = z.enum(['certificate', 'legal']);

export const qualificationView = z
  .object({
    id: z.uuid(),
    sort: qualificationSort,
    sortLabel: z.string(),
    number: z.string(),
    from: dayText,
    until: dayText.nullable(),
    current: z.boolean(),
  })
  .meta({ id: 'Qualification' });
export type QualificationView = z.infer<typeof qualificationView>;

export const accountView = z
  .object({ login: z.string(), disabled: z.boolean(), locked: z.boolean(), mustChangePassword: z.boolean() })
  .meta({ id: 'Account' });
export type AccountView = z.infer<typeof accountView>;

export const personView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** The middle digits are covered; the whole number is a protected field of its own. */
    phone: z.string().nullable(),
    /** Shown to the system administrator and to himself only. */
    email: z.string().nullable(),
    mailChoice: mailChoice.nullable(),
    disabledOn: dayText.nullable(),
    demo: z.boolean(),
    version: z.number().int(),
    posts: z.array(postView),
    qualifications: z.array(qualificationView),
    /** Shown to the system administrator only. */
    account: accountView.nullable(),
  })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof personView>;

export const personPage = pageOf(personView).meta({ id: 'PersonPage' });

export const personQuery = pageQuery.extend({
  q: z.string().trim().max(100).optional(),
  orgId: z.uuid().optional(),
  role: roleCode.optional(),
  withDisabled: flag.optional(),
});
export type PersonQuery = z.infer<typeof personQuery>;

export const phoneView = z.object({ phone: z.string().nullable() }).meta({ id: 'Phone' });

const phone = z.string().regex(/^\+?[\d-]{5,20}$/, '电话应为 5 到 20 位数字，可含 - 与开头的 +');
export const email = z.email('邮箱应形如 zhangsan@wjw.example').max(254, '邮箱不超过254个字符');
const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/, '登录名应为 2 到 64 个小写字母、数字、点、横线');
const version = z.number().int().min(1);

export const newAccount = z.object({ login, password: newPassword }).meta({ id: 'NewAccount' });
export type NewAccount = z.infer<typeof newAccount>;

export const newPerson = z
  .object({ name: words(50), phone: phone.nullish(), email: email.nullish(), account: newAccount.optional() })
  .meta({ id: 'NewPerson' });
export type NewPerson = z.infer<typeof newPerson>;

export const editPerson = z
  .object({
    version,
    name: words(50).optional(),
    phone: phone.nullish(),
    email: email.nullish(),
    mailChoice: mailChoice.optional(),
  })
  .meta({ id: 'EditPerson' });
export type EditPerson = z.infer<typeof editPerson>;

export const resetPassword = z.object({ password: newPassword }).meta({ id: 'ResetPassword' });

const period = { from: dayText, until: dayText.nullish() };
const inOrder = (value: { from: string; until?: string | null }) => !value.until || value.until > value.from;
const outOfOrder = { error: '截止日期应晚于起始日期', path: ['until'] };

export const newQualification = z
  .object({ sort: qualificationSort, number: words(60), ...period })
  .refine(inOrder, outOfOrder)
  .meta({ id: 'NewQualification' });
export type NewQualification = z.infer<typeof newQualification>;

export const newPost = z
  .object({ orgId: z.uuid(), role: roleCode, ...period })
  .refine(inOrder, outOfOrder)
  .meta({ id: 'NewPost' });
export type NewPost = z.infer<typeof newPost>;

/** The first day without it; today ends it at once. */
export const endOn = z.object({ on: dayText }).meta({ id: 'EndOn' });
