import { z } from 'zod';
import { id } from './page.ts';

export const timelineEntry = z
  .object({
    seq: z.number().int(),
    at: z.string(),
    action: z.string(),
    /** A line such as 宣武医院 张三 确认结对关系. */
    label: z.string(),
    person: z.string().nullable(),
    org: z.string().nullable(),
    stage: z.string(),
    stageLabel: z.string(),
    /** Labelled answers of the form, as they were given. */
    answers: z.array(z.object({ label: z.string(), value: z.string() })),
    files: z.array(z.object({ id, name: z.string() })),
    /** What followed: todos opened, reminders sent, papers issued, in words. */
    effects: z.array(z.string()),
    /** Keys of the todos that it opened: what stands here is what they answer. */
    opened: z.array(z.string()),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof timelineEntry>;
/** From the opening on. */
export const timelineView = z.array(timelineEntry).meta({ id: 'Timeline' });
export type TimelineView = z.infer<typeof timelineView>;
