import { z } from 'zod';
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

export const draftStatuses = {
  draft: '草稿',
  'handed-in': '待批准',
  returned: '已退回',
  published: '已发布',
  withdrawn: '已撤回',
} as const;
export type DraftStatus = keyof typeof draftStatuses;
const draftStatus = z.enum(Object.keys(draftStatuses) as [DraftStatus, ...DraftStatus[]]);

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

const draftVersion = z.number().int().min(1);
/** The version of the draft that was looked at: a changed one is neither handed in nor approved. */
export const calendarStep = z.object({ version: draftVersion }).meta({ id: 'CalendarStep' });
export type CalendarStep = z.infer<typeof calendarStep>;

export const calendarRead = calendarSource.extend(calendarStep.shape).meta({ id: 'CalendarRead' });
export type CalendarRead = z.infer<typeof calendarRead>;

export const calendarPublished = z
  .object({ version: z.string(), label: z.string() })
  .meta({ id: 'CalendarPublished' });
export type CalendarPublished = z.infer<typeof calendarPublished>;

export const calendarReturn = calendarStep.extend({ reason: words(500) }).meta({ id: 'CalendarReturn' });
export type CalendarReturn = z.infer<typeof calendarReturn>;

export const calendarDayBody = calendarStep
  .extend({ day: dayText, kind: z.enum(['holiday', 'makeup', 'plain']), name: words(20).optional() })
  .meta({ id: 'CalendarDayBody' });
export type CalendarDayBody = z.infer<typeof calendarDayBody>;

const draftLine = z.object({
  id,
  year,
  status: draftStatus,
  statusLabel: z.string(),
  source: z.string(),
  proposedBy: z.string(),
  changedAt: z.string(),
});
export const calendarDrafts = z.object({ items: z.array(draftLine) }).meta({ id: 'CalendarDrafts' });
export type CalendarDrafts = z.infer<typeof calendarDrafts>;

export const calendarDraftView = draftLine
  .extend({
    version: draftVersion,
    text: z.string().nullable(),
    days: z.array(specialDay),
    reading: yearReading.nullable(),
    /** What keeps it from being handed in. */
    problems: z.array(z.string()),
    /** What should be looked at, though it may be right. */
    warnings: z.array(z.string()),
    /** Against the calendar in force, in words: 5月4日（周二）：放假（劳动节），原为工作日. */
    differences: z.array(z.object({ day: dayText, says: z.string() })),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    reason: z.string().nullable(),
    publishedAs: z.string().nullable(),
    may: z.object({ edit: z.boolean(), handIn: z.boolean(), decide: z.boolean() }),
    /** Why he who looks at it may not decide it. */
    whyNot: z.string().nullable(),
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
