import { z } from 'zod';
import { id } from './page.ts';

export const pairProblem = z.object({
  code: z.string(),
  /** pilot, assisted or the row as a whole. */
  side: z.enum(['pilot', 'assisted', 'row']),
  /** What is wrong and what would be right. */
  sentence: z.string(),
  suggestions: z.array(z.object({ orgId: id, name: z.string() })),
});
export type PairProblemView = z.infer<typeof pairProblem>;

/** What reading the text or the file came to, beside its pairs. */
export const pairListReading = z.object({
  /** Troubles of the file or text as a whole; with any of them nothing can be launched. */
  faults: z.array(z.string()),
  /** Lines taken for titles, notes and the like: shown, so that nothing is lost in silence. */
  skipped: z.array(z.object({ line: z.number().int(), text: z.string() })),
});
export type PairListReading = z.infer<typeof pairListReading>;

const hospital = z.object({ orgId: id, name: z.string(), byHand: z.boolean() });

export const pairPreview = z.object({
  pairs: z.number().int(),
  pilots: z.number().int(),
  assisted: z.number().int(),
  /** Title of the notice that every hospital of the list will get. */
  notice: z.string(),
  firstDue: z.object({ label: z.string(), due: z.string(), sentence: z.string() }).nullable(),
  receivers: z.array(
    z.object({
      orgId: id,
      name: z.string(),
      as: z.string(),
      pairs: z.number().int(),
      liaisons: z.array(z.string()),
    }),
  ),
  warnings: z.array(z.string()),
  milestones: z.array(z.object({ label: z.string(), on: z.string() })),
});
export type PairPreview = z.infer<typeof pairPreview>;

/** A dry run: every row with what it was matched to or what is wrong; nothing has started. */
export const pairListView = z
  .object({
    id,
    /** 粘贴的名单, or the name of the file. */
    source: z.string(),
    at: z.string(),
    form: z.record(z.string(), z.unknown()),
    rows: z.array(
      z.object({
        /** Unique in the list; the line where each line holds one pair, else counted from 1. */
        row: z.number().int(),
        /** In what was pasted, or the row in Excel. */
        line: z.number().int(),
        pilotText: z.string(),
        assistedText: z.string(),
        pilot: hospital.nullable(),
        assisted: hospital.nullable(),
        problems: z.array(pairProblem),
      }),
    ),
    ...pairListReading.shape,
    /** Problems of rows and faults together; 0 when it can be launched. */
    problemCount: z.number().int(),
    /** The case that was opened by launching it. */
    campaignId: id.nullable(),
    /** Who will get what and when it falls due, by the rows that are free of problems. */
    preview: pairPreview,
  })
  .meta({ id: 'PairListView' });
export type PairListView = z.infer<typeof pairListView>;

export const pairListLine = z
  .object({
    id,
    at: z.string(),
    title: z.string(),
    source: z.string(),
    rowCount: z.number().int(),
    problemCount: z.number().int(),
    campaignId: id.nullable(),
  })
  .meta({ id: 'PairListLine' });
export type PairListLine = z.infer<typeof pairListLine>;
export const pairListLines = z.object({ items: z.array(pairListLine) }).meta({ id: 'PairListLines' });

export const pairListBody = z
  .object({
    form: z.record(z.string(), z.unknown()),
    /** The annex as pasted, or the id of an uploaded .xlsx or .csv. */
    pasted: z
      .string()
      .max(500_000, '粘贴的文字超过50万字，请只粘贴名单，或者改用 Excel、CSV 导入。')
      .optional(),
    fileId: z.uuid().optional(),
  })
  .meta({ id: 'PairListBody' });
export type PairListBody = z.infer<typeof pairListBody>;

export const pairSideBody = z
  .object({ row: z.number().int(), side: z.enum(['pilot', 'assisted']) })
  .meta({ id: 'PairSideBody' });
export type PairSideBody = z.infer<typeof pairSideBody>;

export const pairMatchBody = pairSideBody.extend({ orgId: z.uuid() }).meta({ id: 'PairMatchBody' });
export type PairMatchBody = z.infer<typeof pairMatchBody>;

export const launchBody = z.object({ actId: z.uuid() }).meta({ id: 'LaunchBody' });
