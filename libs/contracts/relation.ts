import { z } from 'zod';
import { relationSorts } from '#domain/relation';
import type { RelationSort } from '#domain/relation';
import { dayText, words } from './page.ts';

const sort = z.enum(Object.keys(relationSorts) as [RelationSort, ...RelationSort[]]);

export const relationView = z
  .object({
    id: z.uuid(),
    orgId: z.uuid(),
    orgName: z.string(),
    sort,
    sortLabel: z.string(),
    from: dayText,
    /** The first day on which it no longer counts. */
    until: dayText.nullable(),
    current: z.boolean(),
    /** Null too where the reader may not see it. */
    note: z.string().nullable(),
    declared: z.object({ by: z.string(), at: z.string() }),
    ended: z.object({ by: z.string(), at: z.string(), why: z.string() }).nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Relation' });
export type RelationView = z.infer<typeof relationView>;

export const relationsView = z
  .object({
    items: z.array(relationView),
    /** Hospitals in which he holds a post: these count without being declared. */
    byPost: z.array(z.object({ orgId: z.uuid(), orgName: z.string() })),
    mayDeclare: z.boolean(),
  })
  .meta({ id: 'Relations' });
export type RelationsView = z.infer<typeof relationsView>;

export const newRelation = z
  .object({ orgId: z.uuid(), sort, from: dayText, until: dayText.nullish(), note: words(500).nullish() })
  .refine(({ from, until }) => !until || until > from, {
    error: '截止日期应晚于起始日期',
    path: ['until'],
  })
  .meta({ id: 'NewRelation' });
export type NewRelation = z.infer<typeof newRelation>;
