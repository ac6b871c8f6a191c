import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { CaseState } from '#domain/case';
import { day, instant, json, text, uuid } from '../columns.ts';

/** A case as it stands after its last event; the row that every register, board and page reads. */
export const CaseFile = defineEntity({
  name: 'CaseFile',
  tableName: 'case_file',
  properties: {
    id: uuid().primary(),
    kind: text(),
    procedure: p.integer(),
    /** In the register, e.g. 结对〔2026〕12号. */
    number: text().unique(),
    title: text(),
    stage: text(),
    campaignId: uuid().nullable(),
    /** Of the last event. */
    seq: p.integer(),
    state: json<CaseState>(),
    openedAt: instant(),
    closedAt: instant().nullable(),
    changedAt: instant(),
    /** The earliest due day of its open todos. */
    nextDue: day().nullable(),
    /** Of the paper that it is about to issue, as it was set last. */
    draftPages: p.integer().nullable(),
  },
  indexes: [{ name: 'case_file_campaign', properties: ['campaignId', 'id'] }],
});
export type CaseFileRow = InferEntity<typeof CaseFile>;

/** What a case is found by; a trigger keeps it beside number and title. */
export const CaseName = defineEntity({
  name: 'CaseName',
  tableName: 'case_name',
  properties: {
    caseId: uuid().primary(),
    name: text(),
    grams: p.array().columnType('text[]'),
  },
  indexes: [{ name: 'case_name_grams', properties: ['grams'], type: 'gin' }],
});
