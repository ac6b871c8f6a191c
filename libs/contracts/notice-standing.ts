import { z } from 'zod';

/** Whether an issued paper still holds. */
export const noticeStanding = {
  /** It is void; its number stays used. */
  voided: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  /** By a later paper, once that one is issued. */
  replacedBy: z.object({ how: z.string(), title: z.string(), number: z.string().nullable() }).nullable(),
};

/** Of the papers of a case: ordered, set, and those that somebody has to look at. */
export const paperCounts = z.object({
  all: z.number().int(),
  made: z.number().int(),
  failed: z.number().int(),
});

/** What a draft that was shown said. */
export const paperHashText = z.string().regex(/^[0-9a-f]{64}$/, '文书的校验值不正确，请刷新后重试。');
