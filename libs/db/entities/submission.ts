import { defineEntity } from '@mikro-orm/core';
import { instant, json, text, uuid } from '../columns.ts';

/** The filled form behind an act: the only place of its free text. */
export const Submission = defineEntity({
  name: 'Submission',
  tableName: 'submission',
  properties: {
    actId: text().primary(),
    caseId: uuid(),
    action: text(),
    form: json<Record<string, unknown>>(),
    hash: text(),
    personId: uuid(),
    orgId: uuid().nullable(),
    forPersonId: uuid().nullable(),
    at: instant(),
  },
  indexes: [{ name: 'submission_case', properties: ['caseId', 'action'] }],
});
