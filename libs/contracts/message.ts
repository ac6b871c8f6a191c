import { z } from 'zod';

export const messageView = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    caseId: z.uuid().nullable(),
    /** What it is about; the page's sentence for it stands in the kind's labels. */
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    read: z.boolean(),
  })
  .meta({ id: 'Message' });
export type MessageView = z.infer<typeof messageView>;
