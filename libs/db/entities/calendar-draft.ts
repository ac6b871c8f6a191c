import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { DraftStatus, YearReading } from '#contracts/calendar';
import type { CalendarYear } from '#domain/holidays/calendar-year';
import { instant, json, text, uuid } from '../columns.ts';
import { Person } from './person.ts';

/** A year's days off as somebody proposes them; a second person publishes or returns it. */
export const CalendarDraft = defineEntity({
  name: 'CalendarDraft',
  tableName: 'calendar_draft',
  properties: {
    id: uuid().primary(),
    year: p.integer(),
    days: json<CalendarYear['days']>(),
    /** 粘贴的文字, the name of a file, or 逐日录入. */
    source: text(),
    text: text().nullable(),
    /** What of the text was read and what was not. */
    reading: json<YearReading>().nullable(),
    status: text().$type<DraftStatus>(),
    version: p.integer(),
    /** The version of the calendar beside which it was handed in. */
    basedOn: text().nullable(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id').deleteRule('no action').index(),
    at: instant(),
    changedAt: instant(),
    decidedById: () =>
      p.manyToOne(Person).mapToPk().joinColumn('decided_by_id').deleteRule('no action').nullable().index(),
    decidedAt: instant().nullable(),
    reason: text().nullable(),
    /** The version of the calendar that it became. */
    publishedAs: text().nullable(),
  },
});
export type CalendarDraftRow = InferEntity<typeof CalendarDraft>;
