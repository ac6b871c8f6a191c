import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import { instant, text, uuid } from '../columns.ts';
import { Person } from './person.ts';

export const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: uuid().primary(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id').unique(),
    /** Lower case. */
    login: text().unique(),
    passwordHash: text().hidden(),
    /** Set by an administrator: to be changed at the first log-in. */
    mustChangePassword: p.boolean().default(false),
    passwordChangedAt: instant(),
    failures: p.integer().default(0),
    lockedUntil: instant().nullable(),
    disabledAt: instant().nullable(),
    demo: p.boolean().default(false),
    createdAt: instant(),
  },
});
export type AccountRow = InferEntity<typeof Account>;
