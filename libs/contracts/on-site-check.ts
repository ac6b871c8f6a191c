import { z } from 'zod';
import { openedLine, sourceView } from './commitment.ts';
import { id } from './page.ts';

const instant = z.string();
const result = z.enum(['pass', 'fail', 'na']);
const fileLine = z.object({ id, name: z.string(), size: z.number().int(), type: z.string() });
const person = z.object({ personId: id, name: z.string() });

/** PostgreSQL's jsonb takes neither NUL nor half a character. */
const free = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !/[\u0000\ud800-\udfff]/u.test(value), '含有不能保存的字符');

export const checkQuery = z.object({
  /** `mine`: where the reader checks. */
  list: z.enum(['mine', 'all']).default('all'),
  status: z.enum(['open', 'closed']).default('open'),
});
export type CheckQuery = z.infer<typeof checkQuery>;
export const checkLine = z
  .object({
    caseId: id,
    number: z.string(),
    title: z.string(),
    visited: z.string(),
    place: z.string(),
    on: z.string(),
    stage: z.string(),
    stageLabel: z.string(),
    checkers: z.array(person),
    /** The reader is one of the checkers. */
    mine: z.boolean(),
    filled: z.number().int(),
    total: z.number().int(),
    failing: z.number().int(),
  })
  .meta({ id: 'CheckLine' });
export type CheckLine = z.infer<typeof checkLine>;
export const checkLines = z.array(checkLine).meta({ id: 'CheckLines' });

/** One item of a checklist as it is filled in; a change makes another version of what the reader saw. */
export const findingBody = z
  .object({
    /** 0: nothing was filled in yet. */
    version: z.number().int().min(0),
    result,
    note: free(2000).optional(),
    files: z.array(z.uuid()).max(20, '每项最多20张照片。').default([]),
  })
  .superRefine((body, context) => {
    if (body.result === 'fail' && !body.note)
      context.addIssue({ code: 'custom', path: ['note'], message: '不合格的，请写明情况。' });
  })
  .meta({ id: 'FindingBody' });
export type FindingBody = z.infer<typeof findingBody>;

export const checklistItem = z
  .object({
    item: z.string(),
    label: z.string(),
    version: z.number().int(),
    result: result.nullable(),
    note: z.string().nullable(),
    files: z.array(fileLine),
    by: z.string().nullable(),
    at: instant.nullable(),
  })
  .meta({ id: 'ChecklistItem' });
export type ChecklistItem = z.infer<typeof checklistItem>;
export const checklistGroup = z.object({
  code: z.string(),
  label: z.string(),
  items: z.array(checklistItem),
});

export const checklistView = z
  .object({
    caseId: id,
    title: z.string(),
    number: z.string(),
    visited: z.string(),
    place: z.string(),
    on: z.string(),
    stage: z.string(),
    stageLabel: z.string(),
    checkers: z.array(person),
    /** The reader is one of the checkers, and nothing has been handed in. */
    mayFill: z.boolean(),
    /** Why not. */
    reason: z.string().nullable(),
    groups: z.array(checklistGroup),
  })
  .meta({ id: 'ChecklistView' });
export type ChecklistView = z.infer<typeof checklistView>;

/** What the page of a check shows beside what every case has. */
export const onSiteCheckBody = z
  .object({
    purpose: z.string(),
    place: z.string(),
    basis: z.string().nullable(),
    source: sourceView.nullable(),
    on: z.string(),
    round: z.number().int(),
    checkers: z.array(person),
    groups: z.array(checklistGroup),
    /** Of all items; of the visited hospital's own only when two have agreed on them. */
    shown: z.boolean(),
    mayFill: z.boolean(),
    counts: z.object({
      pass: z.number().int(),
      fail: z.number().int(),
      na: z.number().int(),
      open: z.number().int(),
    }),
    summary: z.string().nullable(),
    demands: z.string().nullable(),
    /** By group, of a check that gives scores. */
    scores: z.array(z.object({ code: z.string(), label: z.string(), score: z.number().int() })),
    /** The case that it came from publishes the result first. */
    reserved: z.boolean(),
    signedLabel: z.string().nullable(),
    remark: z.string().nullable(),
    commitments: z.array(
      z.object({
        item: z.string(),
        label: z.string(),
        /** Absent until it stands. */
        line: openedLine.nullable(),
      }),
    ),
  })
  .meta({ id: 'OnSiteCheckBody' });
export type OnSiteCheckBody = z.infer<typeof onSiteCheckBody>;
