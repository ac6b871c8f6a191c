import { z } from 'zod';

/** Rows of one import, and accounts that it may open: each password is hashed, which takes its time by design. */
export const orgImportLimits = { rows: 1000, people: 300 } as const;

export const orgImportBody = z
  .object({
    /** The table as copied from Excel, with its head, or the id of an uploaded .xlsx or .csv. */
    pasted: z
      .string()
      .max(500_000, '粘贴的文字超过50万字，请分几次导入，或者上传 Excel、CSV 文件。')
      .optional(),
    fileId: z.uuid().optional(),
  })
  .meta({ id: 'OrgImportBody' });
export type OrgImportBody = z.infer<typeof orgImportBody>;

export const orgImportConfirm = orgImportBody
  .extend({
    /** Of the table that was looked at: another one is not imported. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .meta({ id: 'OrgImportConfirm' });
export type OrgImportConfirm = z.infer<typeof orgImportConfirm>;

export const orgImportProblem = z.object({
  /** As Excel shows it: G3. */
  cell: z.string(),
  column: z.string(),
  /** What is wrong and what would be right. */
  sentence: z.string(),
});
export type OrgImportProblem = z.infer<typeof orgImportProblem>;

const counts = {
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** People who will be entered, each with an account. */
  people: z.number().int(),
};

export const orgImportRow = z.object({
  row: z.number().int(),
  name: z.string(),
  result: z.enum(['new', 'changed', 'unchanged', 'problem']),
  resultLabel: z.string(),
  /** What will happen to the organisation and to its people; empty beside problems. */
  says: z.array(z.string()),
  problems: z.array(orgImportProblem),
});
export type OrgImportRow = z.infer<typeof orgImportRow>;

/** A dry run: nothing was written. */
export const orgImportView = z
  .object({
    source: z.string(),
    hash: z.string(),
    rows: z.array(orgImportRow),
    problems: z.number().int(),
    ...counts,
  })
  .meta({ id: 'OrgImportView' });
export type OrgImportView = z.infer<typeof orgImportView>;

export const orgImportDone = z
  .object({
    ...counts,
    /** The only time that these passwords are shown. */
    accounts: z.array(
      z.object({
        name: z.string(),
        login: z.string(),
        password: z.string(),
        /** The posts that the security administrator has yet to grant. */
        awaits: z.string(),
      }),
    ),
  })
  .meta({ id: 'OrgImportDone' });
export type OrgImportDone = z.infer<typeof orgImportDone>;
