import { defineEntity, p } from '@mikro-orm/core';
import { instant, text, uuid } from '../columns.ts';
import { Person } from './person.ts';

/** What was sent under a key, and its answer (migration 0018). */
export const SentOnce = defineEntity({
  name: 'SentOnce',
  tableName: 'sent_once',
  properties: {
    personId: () =>
      p
        .manyToOne(Person)
        .mapToPk()
        .joinColumn('person_id')
        .updateRule('no action')
        .deleteRule('no action')
        .primary(),
    key: uuid().primary(),
    what: text(),
    body: text(),
    answer: text().nullable().hidden(),
    at: instant().index('sent_once_at'),
  },
});
