import { defineEntity } from '@mikro-orm/core';
import { instant, text, uuid } from '../columns.ts';

/** An organisation outside the bureau that may see the case. */
export const CaseParty = defineEntity({
  name: 'CaseParty',
  tableName: 'case_party',
  properties: {
    caseId: uuid().primary(),
    orgId: uuid().primary(),
    /** As in case_file, so that an organisation's own register is one index. */
    changedAt: instant(),
    /** `kind/stage` while the case is open. */
    openStage: text().nullable(),
  },
  indexes: [{ name: 'case_party_org', properties: ['orgId', 'changedAt', 'caseId'], include: ['openStage'] }],
});
