import { defineEntity, p } from '@mikro-orm/core';
import type { SavedViewPage } from '#contracts/saved-view';
import { instant, text, uuid } from '../columns.ts';
import { Person } from './person.ts';

/** Filters of a list that a person keeps under a name. */
export const SavedView = defineEntity({
  name: 'SavedView',
  tableName: 'saved_view',
  properties: {
    id: uuid().primary(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    page: text().$type<SavedViewPage>(),
    name: text(),
    /** As in the address, without the question mark. */
    query: text(),
    createdAt: instant(),
    removedAt: instant().nullable(),
  },
  indexes: [
    {
      name: 'saved_view_name',
      expression:
        'create unique index saved_view_name on saved_view (person_id, page, name) where removed_at is null',
    },
  ],
});
