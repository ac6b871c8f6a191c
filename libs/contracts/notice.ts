import { z } from 'zod';

/** One SVG per page. */
export const noticePages = z.object({ pages: z.array(z.string()) }).meta({ id: 'NoticePages' });
export type NoticePages = z.infer<typeof noticePages>;

/** What is filled in so far: a paper may depend on it. */
export const draftBody = z.object({ form: z.record(z.string(), z.unknown()) }).meta({ id: 'DraftBody' });
export type DraftBody = z.infer<typeof draftBody>;
/** Without a name and pages: with what is chosen so far no paper is issued. */
export const draftPages = noticePages
  .extend({
    name: z.string().nullable(),
    /** Of what the draft says; handed in with the act, it says which one was read. */
    hash: z.string().nullable(),
  })
  .meta({ id: 'DraftPages' });
export type DraftPages = z.infer<typeof draftPages>;
