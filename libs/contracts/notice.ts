import { z } from 'zod';
import { noticeStanding, paperCounts } from './notice-standing.ts';
import { flag, id, pageQuery } from './page.ts';
import { noticeService } from './service.ts';

const instant = z.string();

export const noticeLine = z
  .object({
    id,
    code: z.string(),
    title: z.string(),
    number: z.string().nullable(),
    issuedAt: instant,
    pages: z.number().int().nullable(),
    /** rendering until its bytes exist; failed when an operator has to look. */
    status: z.enum(['rendering', 'issued', 'failed']),
    to: z.array(z.object({ orgId: id, name: z.string(), openedAt: instant.nullable() })),
    /** The one for whom it was issued, where each receiver has a paper of its own; of no concern to others. */
    heldFor: z.string().nullable(),
    /** Of a paper that is served formally. */
    service: noticeService.nullable(),
    /** When and by which certificate its PDF was sealed; null: it says 未用印. */
    sealed: z.object({ at: instant, by: z.string() }).nullable(),
    ...noticeStanding,
  })
  .meta({ id: 'NoticeLine' });
export type NoticeLine = z.infer<typeof noticeLine>;

/** One SVG per page. */
export const noticePages = z.object({ pages: z.array(z.string()) }).meta({ id: 'NoticePages' });
export type NoticePages = z.infer<typeof noticePages>;

/** What is filled in so far: a paper may depend on it. */
export const draftBody = z
  .object({
    form: z.record(z.string(), z.unknown()),
    /** Of several papers, one for each receiver: which one. */
    nth: z.number().int().min(0).max(999).optional(),
  })
  .meta({ id: 'DraftBody' });
export type DraftBody = z.infer<typeof draftBody>;
/** Without a name and pages: with what is chosen so far no paper is issued. */
export const draftPages = noticePages
  .extend({
    name: z.string().nullable(),
    /** How many such papers there will be, one for each receiver. */
    of: z.number().int(),
    /** Of what the (first) draft says; handed in with the act, it says which one was read. */
    hash: z.string().nullable(),
  })
  .meta({ id: 'DraftPages' });
export type DraftPages = z.infer<typeof draftPages>;

/** The papers of a case: by number, title or receiver, or those that could not be made. */
export const noticeQuery = pageQuery.extend({
  q: z.string().trim().max(100).optional(),
  failed: flag.default(false),
});
export type NoticeQuery = z.infer<typeof noticeQuery>;
export const noticePage = z
  .object({ items: z.array(noticeLine), next: z.string().nullable(), counts: paperCounts })
  .meta({ id: 'NoticePage' });
export type NoticePage = z.infer<typeof noticePage>;
