import { z } from 'zod';
import { dayText, id } from './page.ts';

const lateness = z.enum(['normal', 'soon', 'overdue', 'suspended', 'done']);
const instant = z.string();

/** 台账: what is filtered by; colours as process-law.md §4. */
export const commitmentFilter = z.object({
  q: z.string().max(100).optional(),
  ownerId: z.uuid().optional(),
  /** The kind of the case that it came from; `none`: issued by itself. */
  source: z
    .string()
    .regex(/^[a-z-]{1,30}$/)
    .optional(),
  colour: lateness.optional(),
  dueFrom: dayText.optional(),
  dueTo: dayText.optional(),
});
export type CommitmentFilter = z.infer<typeof commitmentFilter>;
export const commitmentQuery = commitmentFilter.extend({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CommitmentQuery = z.infer<typeof commitmentQuery>;

export const commitmentLine = z
  .object({
    caseId: id,
    number: z.string(),
    title: z.string(),
    owner: z.object({ orgId: id, name: z.string() }),
    sourceKind: z.string(),
    sourceLabel: z.string(),
    stage: z.string(),
    stageLabel: z.string(),
    issuedOn: z.string(),
    due: z.string(),
    progress: z.number().int(),
    lateness,
    workingDaysLeft: z.number().int(),
    workingDaysLate: z.number().int(),
    /** What was done last, and when. */
    last: z.object({ label: z.string(), at: instant }),
  })
  .meta({ id: 'CommitmentLine' });
export type CommitmentLine = z.infer<typeof commitmentLine>;

export const commitmentPage = z
  .object({
    items: z.array(commitmentLine),
    next: z.string().nullable(),
    /** Of all that fit the other filters, whatever the colour. */
    counts: z.object({
      normal: z.number().int(),
      soon: z.number().int(),
      overdue: z.number().int(),
      suspended: z.number().int(),
      done: z.number().int(),
    }),
  })
  .meta({ id: 'CommitmentPage' });
export type CommitmentPage = z.infer<typeof commitmentPage>;

/** A case that a person opens by one form; the act's id makes a repetition the same case. */
export const openingBody = z
  .object({
    actId: z.uuid(),
    form: z.record(z.string(), z.unknown()),
    /** The case that it belongs to. */
    sourceCaseId: z.uuid().optional(),
  })
  .meta({ id: 'OpeningBody' });
export type OpeningBody = z.infer<typeof openingBody>;

/** Where a case comes from, as far as the reader may see it. */
export const sourceView = z.object({
  caseId: id.nullable(),
  kind: z.string(),
  kindLabel: z.string(),
  title: z.string().nullable(),
  /** What the piece is called, and by which id the page of that case points at it. */
  item: z.string().nullable(),
  itemId: z.string().nullable(),
});

/** A commitment as the case shows it that opened it. */
export const openedLine = z.object({
  caseId: id,
  number: z.string(),
  stageLabel: z.string(),
  lateness,
  due: z.string(),
  workingDaysLeft: z.number().int(),
  workingDaysLate: z.number().int(),
});
export type OpenedLine = z.infer<typeof openedLine>;

/** What the page of a commitment shows beside what every case has. */
export const commitmentBody = z
  .object({
    what: z.string(),
    measure: z.string(),
    evidence: z.string().nullable(),
    basis: z.string().nullable(),
    source: sourceView.nullable(),
    owner: z.object({ orgId: id, name: z.string(), person: z.string().nullable() }),
    helpers: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        status: z.enum(['open', 'done', 'waived']),
        statusLabel: z.string(),
      }),
    ),
    issuedOn: z.string(),
    due: z.string(),
    /** The day that was set first. */
    originalDue: z.string(),
    progress: z.number().int(),
    round: z.number().int(),
    returns: z.number().int(),
    lateness,
    /** The line's history in one line. */
    history: z.array(z.object({ label: z.string(), by: z.string(), at: instant })),
  })
  .meta({ id: 'CommitmentBody' });
export type CommitmentBody = z.infer<typeof commitmentBody>;
