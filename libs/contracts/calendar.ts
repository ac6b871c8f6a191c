import { z } from 'zod';
import { draftHead, draftStep } from './draft.ts';
import { dayText, id, pageOf, pageQuery, words } from './page.ts';

const year = z.number().int().min(2000).max(2100);

export const calendarYearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });
export type CalendarYearQuery = z.infer<typeof calendarYearQuery>;

const specialDay = z.object({ day: dayText, kind: z.enum(['holiday', 'makeup']), name: z.string() });
export type SpecialDay = z.infer<typeof specialDay>;

/** A year as it holds now: only days that differ from the plain week. */
export const calendarYearView = z
  .object({
    year,
    firstYear: year,
    /** The last year for which the arrangement is published. */
    lastYear: year,
    published: z.boolean(),
    version: z.string(),
    versionLabel: z.string(),
    days: z.array(specialDay),
    /** That the next year is missing, from 1 November on (process-law.md T29). */
    reminder: z.string().nullable(),
  })
  .meta({ id: 'CalendarYear' });
export type CalendarYearView = z.infer<typeof calendarYearView>;

export const calendarVersions = z
  .object({
    items: z.array(
      z.object({
        version: z.string(),
        label: z.string(),
        /** Absent where it was shipped with the product. */
        at: z.string().nullable(),
        year: year.nullable(),
        proposedBy: z.string().nullable(),
        approvedBy: z.string().nullable(),
        inForce: z.boolean(),
        /** Open cases that were told so far, and whether all are. */
        told: z.number().int(),
        toldAll: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CalendarVersions' });
export type CalendarVersions = z.infer<typeof calendarVersions>;

export const yearReading = z.object({
  read: z.array(z.object({ text: z.string(), says: z.string() })),
  unread: z.array(z.string()),
  skipped: z.array(z.string()),
  problems: z.array(z.string()),
});
export type YearReading = z.infer<typeof yearReading>;

/** From the arrangement's text, from an uploaded table, or with neither day by day. */
export const calendarSource = z
  .object({
    year: year.optional(),
    text: z.string().max(10_000, '文字超过1万字，请只粘贴放假安排的通知。').optional(),
    fileId: z.uuid().optional(),
  })
  .meta({ id: 'CalendarSource' });
export type CalendarSource = z.infer<typeof calendarSource>;

export const calendarRead = calendarSource.extend(draftStep.shape).meta({ id: 'CalendarRead' });
export type CalendarRead = z.infer<typeof calendarRead>;

export const calendarDayBody = draftStep
  .extend({ day: dayText, kind: z.enum(['holiday', 'makeup', 'plain']), name: words(20).optional() })
  .meta({ id: 'CalendarDayBody' });
export type CalendarDayBody = z.infer<typeof calendarDayBody>;

export const calendarDraftView = draftHead
  .extend({
    year,
    source: z.string(),
    text: z.string().nullable(),
    days: z.array(specialDay),
    reading: yearReading.nullable(),
    /** What should be looked at, though it may be right. */
    warnings: z.array(z.string()),
    /** Against the calendar in force, in words: 5月4日（周二）：放假（劳动节），原为工作日. */
    differences: z.array(z.object({ day: dayText, says: z.string() })),
  })
  .meta({ id: 'CalendarDraft' });
export type CalendarDraftView = z.infer<typeof calendarDraftView>;

export const calendarMovesQuery = pageQuery;

/** A deadline of an open case under the proposed calendar; the case by its number only, for administrators meet none. */
export const calendarMove = z.object({
  todoId: id,
  caseNumber: z.string(),
  kindLabel: z.string(),
  stepLabel: z.string(),
  from: dayText,
  to: dayText,
  /** Calendar days later; negative when earlier. */
  byDays: z.number().int(),
  /** It was provisional and is no longer. */
  settled: z.boolean(),
});

export const calendarMoves = pageOf(calendarMove)
  .extend({
    moved: z.number().int(),
    /** Provisional ones that become firm, whether they move or not. */
    settled: z.number().int(),
    cases: z.number().int(),
    steps: z.array(
      z.object({
        kindLabel: z.string(),
        stepLabel: z.string(),
        moved: z.number().int(),
        settled: z.number().int(),
        /** The longest way by which one of them moves. */
        mostDays: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'CalendarMoves' });
export type CalendarMoves = z.infer<typeof calendarMoves>;
