import { defineEntity, p } from '@mikro-orm/core';
import { instant, text, uuid } from '../columns.ts';
import { Person } from './person.ts';

/** A code that was sent to an address, so that whoever reads there confirms it (migration 0019). */
export const EmailCode = defineEntity({
  name: 'EmailCode',
  tableName: 'email_code',
  properties: {
    id: uuid().primary(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    address: text(),
    digest: text().hidden(),
    at: instant(),
    expiresAt: instant(),
    /** How often a code was entered for it. */
    tries: p.integer().default(0),
  },
  indexes: [{ name: 'email_code_person', properties: ['personId', 'at'] }],
});
