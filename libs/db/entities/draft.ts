import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { DraftStatus } from '#domain/draft';
import type { DraftSortCode } from '#domain/draft-sorts';
import { instant, json, text, uuid } from '../columns.ts';
import { Person } from './person.ts';

/** A change of a calendar, of rules, … as somebody proposes it; a second person publishes or returns it. */
export const Draft = defineEntity({
  name: 'Draft',
  tableName: 'draft',
  properties: {
    id: uuid().primary(),
    sort: text().$type<DraftSortCode>(),
    /** What is proposed; its shape belongs to the sort (libs/db/drafts). */
    content: json<unknown>(),
    status: text().$type<DraftStatus>(),
    version: p.integer(),
    /** What held when it was handed in. */
    basedOn: text().nullable(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id').deleteRule('no action').index(),
    at: instant(),
    changedAt: instant(),
    decidedById: () =>
      p.manyToOne(Person).mapToPk().joinColumn('decided_by_id').deleteRule('no action').nullable().index(),
    decidedAt: instant().nullable(),
    reason: text().nullable(),
    /** The version that it became. */
    became: text().nullable(),
  },
  indexes: [{ name: 'draft_sort_status_index', properties: ['sort', 'status'] }],
});
export type DraftRow<Content = unknown> = Omit<InferEntity<typeof Draft>, 'content'> & { content: Content };
