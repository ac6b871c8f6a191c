import { z } from 'zod';
import { draftStatuses, type DraftStatus } from '#domain/draft';
import { draftSortCodes, type DraftSortCode } from '#domain/draft-sorts';
import { id, words } from './page.ts';

const sort = z.enum(draftSortCodes as [DraftSortCode, ...DraftSortCode[]]);
const status = z.enum(Object.keys(draftStatuses) as [DraftStatus, ...DraftStatus[]]);
const version = z.number().int().min(1);

/** The version of the draft that was looked at: a changed one is neither handed in nor approved. */
export const draftStep = z.object({ version }).meta({ id: 'DraftStep' });
export type DraftStep = z.infer<typeof draftStep>;

export const draftReturn = draftStep.extend({ reason: words(500) }).meta({ id: 'DraftReturn' });
export type DraftReturn = z.infer<typeof draftReturn>;

/** What it became, for machines and for people: cn-2027, 2027年版. */
export const draftPublished = z
  .object({ became: z.string(), label: z.string() })
  .meta({ id: 'DraftPublished' });
export type DraftPublished = z.infer<typeof draftPublished>;

const draftLine = z.object({
  id,
  sort,
  /** In a list: 2027年工作日历. */
  title: z.string(),
  /** In a sentence: “办理期限”的规则变动. */
  subject: z.string(),
  /** What tells it from others of its sort: where it came from, of which table it is. */
  detail: z.string(),
  status,
  statusLabel: z.string(),
  proposedBy: z.string(),
  changedAt: z.string(),
  decidedBy: z.string().nullable(),
  /** Why it was returned. */
  reason: z.string().nullable(),
  /** What it waits for from him who looks at it. */
  asks: z.enum(['decide', 'mend']).nullable(),
});
export type DraftLine = z.infer<typeof draftLine>;

export const draftsQuery = z.object({ sort: sort.optional() });
export type DraftsQuery = z.infer<typeof draftsQuery>;
export const drafts = z.object({ items: z.array(draftLine) }).meta({ id: 'Drafts' });
export type Drafts = z.infer<typeof drafts>;

/** What the page of every draft begins with; each sort adds its content. */
export const draftHead = draftLine.extend({
  version,
  /** What keeps it from being handed in and from being approved. */
  problems: z.array(z.string()),
  decidedAt: z.string().nullable(),
  may: z.object({ edit: z.boolean(), handIn: z.boolean(), decide: z.boolean(), withdraw: z.boolean() }),
  /** Why he who looks at it may not decide it. */
  whyNot: z.string().nullable(),
});
export type DraftHead = z.infer<typeof draftHead>;
