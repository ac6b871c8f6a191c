import { z } from 'zod';
import { email, mailChoice } from './person.ts';

/** 我的设置: how messages reach a person beside the pages. */
export const settingsView = z
  .object({
    email: z.string().nullable(),
    /** Until it is, no mail goes there. */
    emailConfirmed: z.boolean(),
    /** When the code that may still be entered was sent. */
    codeSentAt: z.iso.datetime().nullable(),
    /** Why its mail did not go out. */
    codeFailure: z.string().nullable(),
    mailChoice,
    /** Whether the product sends mail at all. */
    mailOn: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Settings' });
export type SettingsView = z.infer<typeof settingsView>;

export const editSettings = z
  .object({ version: z.number().int().min(1), email: email.nullable(), mailChoice })
  .meta({ id: 'EditSettings' });
export type EditSettings = z.infer<typeof editSettings>;

export const emailCode = z
  .object({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, '验证码是邮件里的6位数字'),
  })
  .meta({ id: 'EmailCode' });
export type EmailCode = z.infer<typeof emailCode>;
