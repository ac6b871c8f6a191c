import { defineEntity, p } from '@mikro-orm/core';
import { day, text, uuid } from '../columns.ts';

/** What the ledger is filtered and coloured by; a trigger keeps it beside the state, which no list reads. */
export const CommitmentLineRow = defineEntity({
  name: 'CommitmentLineRow',
  tableName: 'commitment_line',
  properties: {
    caseId: uuid().primary(),
    ownerId: uuid(),
    /** The kind of the case that it came from; `none` where it was issued by itself. */
    sourceKind: text(),
    sourceCaseId: uuid().nullable(),
    issuedOn: day(),
    /** By which the owner has to be done, extensions included. */
    due: day(),
    /** The due day of the work that is owed now: signing for, doing, reviewing, striking off. */
    owedBy: day().nullable(),
    suspended: p.boolean(),
    progress: p.integer(),
    stage: text(),
    closed: p.boolean(),
  },
  indexes: [
    { name: 'commitment_line_owner', properties: ['ownerId', 'due', 'caseId'] },
    { name: 'commitment_line_source', properties: ['sourceCaseId'] },
  ],
});
