import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import { instant, json, text, uuid } from '../columns.ts';

/** What somebody keeps while working: visits, lectures, minutes. Every change is another version. */
export const CaseRecord = defineEntity({
  name: 'CaseRecord',
  tableName: 'record',
  properties: {
    id: uuid().primary(),
    version: p.integer().primary(),
    caseId: uuid(),
    sort: text(),
    body: json<Record<string, unknown>>(),
    personId: uuid(),
    orgId: uuid().nullable(),
    at: instant(),
    withdrawnAt: instant().nullable(),
    /** The act that rests on this version. */
    frozenBy: text().nullable(),
  },
  indexes: [{ name: 'record_case', properties: ['caseId', 'sort', 'at'] }],
});
export type CaseRecordRow = InferEntity<typeof CaseRecord>;
