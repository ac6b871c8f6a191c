import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { Effect, Facts } from '#domain/case';
import { instant, json, text, uuid } from '../columns.ts';

/** Append-only: a trigger refuses every change. */
export const CaseEventRow = defineEntity({
  name: 'CaseEventRow',
  tableName: 'case_event',
  properties: {
    caseId: uuid().primary(),
    seq: p.integer().primary(),
    actId: text().unique(),
    action: text(),
    /** Absent where the system acted. */
    personId: uuid().nullable(),
    orgId: uuid().nullable(),
    /** Whose post it rested on, where a deputy acted. */
    forPersonId: uuid().nullable(),
    at: instant(),
    /** After the event. */
    stage: text(),
    fields: json<Record<string, unknown>>(),
    effects: json<Effect[]>(),
    /** What it rested on beside the form; events before 0011 keep none. */
    facts: json<Facts>().nullable(),
    /** Of the input of the commit; strict replay compares it. */
    inputHash: text(),
  },
  indexes: [
    { name: 'case_event_order', properties: ['at', 'caseId', 'seq'] },
    { name: 'case_event_person', properties: ['personId', 'caseId'] },
  ],
});
export type CaseEventRow = InferEntity<typeof CaseEventRow>;
