import { z } from 'zod';
import { noticeLine } from './case.ts';
import { paperCounts } from './notice-standing.ts';
import { flag, pageQuery } from './page.ts';

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
