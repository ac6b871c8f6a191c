import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { DraftStatus } from '#contracts/calendar';
import type { GivenRules } from '#domain/rules/given';
import type { RuleTable } from '#domain/rules/tables';
import { instant, json, text, uuid } from '../columns.ts';
import { Person } from './person.ts';

/** Rows of one table as somebody proposes them; a second person publishes or returns them. */
export const RuleDraft = defineEntity({
  name: 'RuleDraft',
  tableName: 'rule_draft',
  properties: {
    id: uuid().primary(),
    tableCode: text().$type<RuleTable>(),
    given: json<GivenRules>(),
    status: text().$type<DraftStatus>(),
    version: p.integer(),
    /** The revision of the rows beside which it was handed in. */
    basedOn: p.integer().nullable(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id').deleteRule('no action').index(),
    at: instant(),
    changedAt: instant(),
    decidedById: () =>
      p.manyToOne(Person).mapToPk().joinColumn('decided_by_id').deleteRule('no action').nullable().index(),
    decidedAt: instant().nullable(),
    reason: text().nullable(),
    /** The revision that it became. */
    revision: p.integer().nullable(),
  },
});
export type RuleDraftRow = InferEntity<typeof RuleDraft>;
