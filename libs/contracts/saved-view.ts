import { z } from 'zod';
import { words } from './page.ts';

/** The lists whose filters can be kept. */
export const savedViewPages = ['cases', 'ledger'] as const;
const page = z.enum(savedViewPages);
export type SavedViewPage = z.infer<typeof page>;

const name = words(20);
const most = 20;

/** Names and values of filters and nothing else, in one order: it goes into the address of our own page. */
const query = z
  .string()
  .max(1000, '筛选条件太长，请减少条件后再保存。')
  .transform((text) => {
    const given = new URLSearchParams(text);
    given.sort();
    return given;
  })
  .refine((given) => given.size > 0, '请先设好筛选条件，再保存。')
  .refine(
    (given) => given.size <= most && [...given.keys()].every((key) => /^[a-zA-Z]{1,20}$/.test(key)),
    '筛选条件不正确，请在列表上设好后再保存。',
  )
  .transform((given) => given.toString())
  .meta({ type: 'string' });

export const savedViewQuery = z.object({ page });

export const newSavedView = z
  .object({ page, name, query: z.string().pipe(query) })
  .meta({ id: 'NewSavedView' });
export type NewSavedView = z.infer<typeof newSavedView>;

export const renameSavedView = z.object({ name }).meta({ id: 'RenameSavedView' });

export const savedView = z
  .object({ id: z.uuid(), name: z.string(), query: z.string() })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedView>;
export const savedViewList = z.object({ items: z.array(savedView) }).meta({ id: 'SavedViewList' });
