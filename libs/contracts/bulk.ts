import { z } from 'zod';
import { actReceipt } from './case.ts';
import { paperHashText } from './notice-standing.ts';
import { id } from './page.ts';

/** So many at once: more would keep a person waiting, and hide what he agrees to. */
const mostItems = 200;

const bulkItem = z.object({
  caseId: id,
  /** Made by the client, one for each act, so that a repetition is recognised. */
  actId: id,
  form: z.record(z.string(), z.unknown()),
  onBehalfOf: id.optional(),
  /** Of an act on a paper: the hash of the draft that was shown. */
  paper: paperHashText.optional(),
  /** Each page was shown, or the person declared the papers read (全部已阅). */
  read: z.enum(['shown', 'declared']).optional(),
});
export type BulkItem = z.infer<typeof bulkItem>;

export const bulkBody = z
  .object({
    action: z.string().max(60),
    items: z
      .array(bulkItem)
      .min(1, '请至少选择一项。')
      .max(mostItems, `一次最多办理${mostItems}项，请分批办理。`),
  })
  .meta({ id: 'BulkBody' });
export type BulkBody = z.infer<typeof bulkBody>;

const bulkResult = z.object({
  caseId: id,
  actId: id,
  /** What stands; null where it was refused. */
  receipt: actReceipt.nullable(),
  /** Why not: a code and a sentence; `again` where the same act may be sent once more. */
  refused: z.object({ code: z.string(), detail: z.string(), again: z.boolean() }).nullable(),
});
export type BulkResult = z.infer<typeof bulkResult>;
export const bulkDone = z.object({ items: z.array(bulkResult) }).meta({ id: 'BulkDone' });
export type BulkDone = z.infer<typeof bulkDone>;

/** What was selected: single todos, or cases with all that is open in them. */
export const bulkSelection = z
  .object({
    todos: z
      .array(z.object({ caseId: id, key: z.string().max(120) }))
      .max(mostItems)
      .default([]),
    caseIds: z.array(id).max(mostItems).default([]),
    /** What may be done to papers that have to be looked through, instead of what may be done unseen. */
    papers: z.boolean().optional(),
  })
  .refine(({ todos, caseIds }) => todos.length + caseIds.length > 0, { error: '请至少选择一项。' })
  .meta({ id: 'BulkSelection' });
export type BulkSelection = z.infer<typeof bulkSelection>;

const subject = z.object({
  caseId: id,
  caseNumber: z.string(),
  caseTitle: z.string(),
  /** The todos it is about, each as a person calls it. */
  what: z.array(z.string()),
});

const bulkOffer = z.object({
  action: z.string(),
  label: z.string(),
  verb: z.string(),
  consequences: z.array(z.string()),
  /** What is filled in once for all, as JSON schema; the rest of each form stands with its item. */
  schema: z.record(z.string(), z.unknown()),
  options: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string() }))),
  items: z.array(subject.extend({ form: z.record(z.string(), z.unknown()), onBehalfOf: id.optional() })),
  /** Selected as well, but not to be done so, and why. */
  left: z.array(subject.extend({ reason: z.string() })),
});
export type BulkOffer = z.infer<typeof bulkOffer>;
export const bulkOffers = z.object({ actions: z.array(bulkOffer) }).meta({ id: 'BulkOffers' });
export type BulkOffers = z.infer<typeof bulkOffers>;
