import { z } from 'zod';

/** Whether an issued paper still holds. */
export const noticeStanding = {
  /** It is void; its number stays used. */
  voided: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  /** By a later paper, once that one is issued. */
  replacedBy: z.object({ how: z.string(), title: z.string(), number: z.string().nullable() }).nullable(),
};
