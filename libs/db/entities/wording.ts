import { defineEntity, p } from '@mikro-orm/core';
import { day, instant, text } from '../columns.ts';
import { Person } from './person.ts';

/** How the bureau words a paper from a day on; without a source as it is shipped. */
export const Wording = defineEntity({
  name: 'Wording',
  tableName: 'wording',
  properties: {
    code: text().primary(),
    version: p.integer().primary(),
    fromDay: day(),
    source: text().nullable(),
    reason: text(),
    proposedById: () =>
      p.manyToOne(Person).mapToPk().joinColumn('proposed_by_id').deleteRule('no action').index(),
    approvedById: () =>
      p.manyToOne(Person).mapToPk().joinColumn('approved_by_id').deleteRule('no action').index(),
    at: instant(),
  },
});
