import { z } from 'zod';
import { dayText } from './page.ts';

/** A paper is asked about by the code that it bears, and, where somebody has its file, by the digest of that. */
export const paperCheckBody = z
  .object({
    code: z
      .string({ error: '请填写校验码。' })
      .trim()
      .min(1, '请填写校验码。')
      .max(60, '校验码只有12个字母和数字，请核对文书末页下方的校验码。')
      .meta({ title: '校验码' }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, '文件的核对值不正确，请重新选择文件。')
      .optional()
      .meta({ title: '文件核对值' }),
  })
  .meta({ id: 'PaperCheckBody' });
export type PaperCheckBody = z.infer<typeof paperCheckBody>;

/** No title, no party, no case: only what whoever holds the paper reads on it anyway, and whether it still holds. */
export const paperCheck = z
  .object({
    /** Null: there is no paper with this code. */
    paper: z
      .object({
        number: z.string().nullable(),
        issuedOn: dayText,
        /** Null: no file was compared. */
        file: z.enum(['same', 'other']).nullable(),
        voidedOn: dayText.nullable(),
        /** How a later paper took its place. */
        replaced: z.enum(['替代', '更正']).nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'PaperCheck' });
export type PaperCheck = z.infer<typeof paperCheck>;
