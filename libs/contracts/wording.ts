import { z } from 'zod';
import { lineKinds, type LineKind } from '#domain/wording/marks';
import { draftHead, draftStep } from './draft.ts';
import { dayText, words } from './page.ts';

const lineKind = z.enum(Object.keys(lineKinds) as [LineKind, ...LineKind[]]);
/** What is between the lines is asked by #domain/wording. */
const line = z.object({ kind: lineKind, text: z.string().max(20_000) });
/** Marks in words are longer than in the template, whose own limit #domain/wording knows. */
const mostTyped = 60_000;
const lines = z
  .array(line)
  .min(1)
  .max(1_000)
  .refine(
    (all) => all.reduce((sum, { text }) => sum + text.length, 0) <= mostTyped,
    `全文太长，最多${mostTyped}个字符。`,
  );

/** One version of a paper's wording: 0 is the shipped one. */
const period = z.object({
  version: z.number().int(),
  /** 自带措辞, 第2版, 第3版（恢复自带的措辞） */
  label: z.string(),
  /** Null: from the beginning. */
  from: dayText.nullable(),
  /** The first day on which it no longer holds. */
  to: dayText.nullable(),
  reason: z.string().nullable(),
  proposedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
});
export type WordingPeriod = z.infer<typeof period>;

const paper = z.object({ code: z.string(), label: z.string(), layout: z.string(), layoutLabel: z.string() });

/** With what in it no longer fits the templates and fields of this release. */
const checkedPeriod = period.extend({ faults: z.array(z.string()) });
export const wordings = z
  .object({ items: z.array(paper.extend({ now: checkedPeriod, coming: z.array(checkedPeriod) })) })
  .meta({ id: 'Wordings' });
export type Wordings = z.infer<typeof wordings>;

const field = z.object({
  /** What stands in the text: 【到期日】. */
  words: z.string(),
  name: z.string(),
  /** The list whose pieces it belongs to; null outside of lists. */
  list: z.string().nullable(),
  /** Its value in the example. */
  sample: z.string(),
  /** Text, list (gone through piece by piece) or what can only be asked for. */
  use: z.enum(['print', 'each', 'if']),
  /** Whether it is printed only under a condition. */
  optional: z.boolean(),
});
export type WordingField = z.infer<typeof field>;

export const wordingPaper = paper
  .extend({
    /** The wording of today, to begin with. */
    lines: z.array(line),
    shipped: z.array(line),
    fields: z.array(field),
    periods: z.array(period),
    /** The first day from which a new wording may hold. */
    earliest: dayText,
    proposes: z.boolean(),
  })
  .meta({ id: 'WordingPaper' });
export type WordingPaper = z.infer<typeof wordingPaper>;

/** Without lines the shipped wording again. */
const wordingText = z.object({ lines: lines.nullable() });
export const wordingPreviewBody = wordingText.meta({ id: 'WordingText' });
export type WordingText = z.infer<typeof wordingPreviewBody>;

const content = wordingText.extend({ from: dayText, reason: words(500) });
export const wordingProposal = content.extend({ code: z.string().max(60) }).meta({ id: 'WordingProposal' });
export type WordingProposal = z.infer<typeof wordingProposal>;
export const wordingChange = draftStep.extend({ proposal: content }).meta({ id: 'WordingChange' });
export type WordingChange = z.infer<typeof wordingChange>;

/** What is wrong, and what the shipped wording prints and this one doesn't. */
const findings = z.object({
  faults: z.array(z.object({ line: z.number().int(), says: z.string() })),
  dropped: z.array(z.string()),
});
export const wordingPreview = findings.extend({ pages: z.array(z.string()) }).meta({ id: 'WordingPreview' });
export type WordingPreview = z.infer<typeof wordingPreview>;

export const wordingDraftView = draftHead
  .extend({
    ...paper.shape,
    from: dayText,
    ground: z.string(),
    lines: z.array(line).nullable(),
    /** What holds on the day before. */
    before: z.array(line),
    beforeLabel: z.string(),
    dropped: z.array(z.string()),
  })
  .meta({ id: 'WordingDraft' });
export type WordingDraftView = z.infer<typeof wordingDraftView>;

/** The pages of the example as they are and as they would be. */
export const wordingPages = findings
  .extend({ before: z.array(z.string()), after: z.array(z.string()) })
  .meta({ id: 'WordingPages' });
export type WordingPages = z.infer<typeof wordingPages>;
