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
    disabledAt: instant().nullable(),
    demo: p.boolean().default(false),
    createdAt: instant(),
  },
});
export type AccountRow = InferEntity<typeof Account>;

/** Failures in a row, by the name typed: kept for unknown names too, so that a lock-out tells nothing about who exists. */
export const LogInAttempt = defineEntity({
  name: 'LogInAttempt',
  tableName: 'log_in_attempt',
  properties: {
    login: text().primary(),
    failures: p.integer(),
    lockedUntil: instant().nullable(),
    at: instant(),
  },
});
