import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { Calendar } from '#domain/calendar';
import { instant, json, text } from '../columns.ts';
import { Person } from './person.ts';

/** What the bureau published, version by version: a calendar, or rows (rule_row). The newest calendar holds. */
export const RuleBookRow = defineEntity({
  name: 'RuleBookRow',
  tableName: 'rule_book',
  properties: {
    version: text().primary(),
    at: instant(),
    /** Absent where the version brought rows. */
    calendar: json<Calendar>().nullable(),
    /** How often rows were appended by then, where it brought some. */
    revision: p.integer().nullable().unique(),
    /** The year that it brought or replaced. */
    year: p.integer().nullable(),
    proposedById: () =>
      p.manyToOne(Person).mapToPk().joinColumn('proposed_by_id').deleteRule('no action').nullable().index(),
    approvedById: () =>
      p.manyToOne(Person).mapToPk().joinColumn('approved_by_id').deleteRule('no action').nullable().index(),
    /** Open cases that were told so far. */
    told: p.integer().default(0),
    /** When the last open case was told; until then the worker goes on with it. */
    broadcastAt: instant().nullable(),
  },
});
export type RuleBookRow = InferEntity<typeof RuleBookRow>;
