import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { LogKind } from '#contracts/log';
import { instant, json, text, uuid } from '../columns.ts';
import { Org } from './org.ts';
import { Person } from './person.ts';

/** Append-only: a trigger refuses every change. `at` and `id` are its order. */
export const LogEntry = defineEntity({
  name: 'LogEntry',
  tableName: 'log_entry',
  properties: {
    id: uuid().primary(),
    at: instant(),
    kind: text().$type<LogKind>(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id').deleteRule('no action').nullable(),
    /** Whose post it rested on, where a deputy acted. */
    forPersonId: () =>
      p.manyToOne(Person).mapToPk().joinColumn('for_person_id').deleteRule('no action').nullable(),
    /** As typed at log-in, where no person is known. */
    login: text().nullable(),
    orgId: () => p.manyToOne(Org).mapToPk().joinColumn('org_id').deleteRule('no action').nullable(),
    ip: text().nullable(),
    requestId: text().nullable(),
    /** What it was done to: `person`, `org`, `case`, `GET /api/…`. */
    subject: text().nullable(),
    subjectId: text().nullable(),
    detail: text(),
    data: json<Record<string, unknown>>().nullable(),
  },
  indexes: [
    { name: 'log_entry_order', properties: ['at', 'id'] },
    { name: 'log_entry_person', properties: ['personId', 'at', 'id'] },
    { name: 'log_entry_kind', properties: ['kind', 'at', 'id'] },
  ],
});
export type LogEntryRow = InferEntity<typeof LogEntry>;
