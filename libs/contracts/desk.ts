import { z } from 'zod';
import { paperWorks } from '#domain/paper-work';
import { todoLine } from './case.ts';

/** mine: to be done by the reader; waiting: done by him, now with others. */
export const todoQuery = z.object({
  list: z.enum(['mine', 'today', 'overdue', 'waiting', 'done']).default('mine'),
  kind: z.string().max(30).optional(),
  /** Of his own: only work on papers. */
  papers: z.enum(paperWorks).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TodoQuery = z.infer<typeof todoQuery>;
export const todoPage = z
  .object({ items: z.array(todoLine), next: z.string().nullable() })
  .meta({ id: 'TodoPage' });

export const deskView = z
  .object({
    today: z.string(),
    weekday: z.string(),
    counts: z.object({
      mine: z.number().int(),
      today: z.number().int(),
      overdue: z.number().int(),
      soon: z.number().int(),
      waiting: z.number().int(),
      messages: z.number().int(),
      openCases: z.number().int(),
      /** Of `mine`: papers to review, to sign, to serve. */
      review: z.number().int(),
      sign: z.number().int(),
      serve: z.number().int(),
    }),
    mine: z.array(todoLine),
    waiting: z.array(todoLine),
    /** For leaders: what needs a decision first. */
    decisions: z.array(todoLine),
    stages: z.array(
      z.object({ kind: z.string(), stage: z.string(), label: z.string(), cases: z.number().int() }),
    ),
  })
  .meta({ id: 'DeskView' });
export type DeskView = z.infer<typeof deskView>;
