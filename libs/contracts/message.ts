import { z } from 'zod';
import { flag, pageQuery } from './page.ts';

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

export const messageQuery = pageQuery.extend({ unread: flag.optional() });
export type MessageQuery = z.infer<typeof messageQuery>;

/** Up to the newest that the reader was shown: what came meanwhile stays unread. */
export const readUntil = z
  .object({ until: z.iso.datetime('应为您看到的最新一条消息的时间') })
  .meta({ id: 'ReadUntil' });
