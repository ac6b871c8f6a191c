import { defineEntity } from '@mikro-orm/core';
import { instant, text, uuid } from '../columns.ts';

/** What was sent under a key, and its answer (migration 0018). */
export const SentOnce = defineEntity({
  name: 'SentOnce',
  tableName: 'sent_once',
  properties: {
    personId: uuid().primary(),
    key: uuid().primary(),
    what: text(),
    body: text(),
    answer: text().nullable().hidden(),
    at: instant().index('sent_once_at'),
  },
});
