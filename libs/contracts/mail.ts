import { z } from 'zod';

export const mailState = z
  .object({
    on: z.boolean(),
    from: z.string().nullable(),
    sentToday: z.number().int(),
    waiting: z.number().int(),
    /** What failed and was not sent since, the latest first. */
    failing: z.array(
      z.object({
        id: z.uuid(),
        personId: z.uuid(),
        personName: z.string(),
        sort: z.enum(['digest', 'urgent', 'confirm']),
        address: z.string(),
        at: z.iso.datetime(),
        attempts: z.number().int(),
        failure: z.string(),
        nextAt: z.iso.datetime(),
        givenUp: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'MailState' });
export type MailState = z.infer<typeof mailState>;
