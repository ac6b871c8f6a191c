import { z } from 'zod';
import { id } from './page.ts';

const day = z.string();

/** How a paper was served on each recipient, by what proof, and which way is due next and why. */
export const noticeService = z.object({
  /** Null until its bytes exist. */
  sentOn: day.nullable(),
  recipients: z.array(
    z.object({
      recipient: z.string(),
      name: z.string(),
      proven: z.object({ way: z.string(), on: day }).nullable(),
      tried: z.array(z.object({ label: z.string(), on: day })),
      next: z.object({ label: z.string(), why: z.string(), ground: z.string().nullable() }).nullable(),
      /** The 送达回证 in the case file. */
      receiptId: id.nullable(),
    }),
  ),
});
