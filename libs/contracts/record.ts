import { z } from 'zod';
import { dayText, id } from './page.ts';

/** PostgreSQL's jsonb takes neither NUL nor half a character. */
const free = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !/[\u0000\ud800-\udfff]/u.test(value), '含有不能保存的字符');

/** Visits, lectures, guidance, meetings: kept while working, no act. */
export const recordSorts = {
  visit: '走访',
  lecture: '讲课培训',
  guidance: '现场指导',
  meeting: '例会纪要',
  other: '其他',
} as const;
export const recordBody = z
  .object({
    sort: z.enum(['visit', 'lecture', 'guidance', 'meeting', 'other']),
    on: dayText,
    area: free(30).optional(),
    place: free(100).optional(),
    people: free(500).optional(),
    text: free(5000).min(1, '请填写内容。'),
    files: z.array(z.uuid()).max(20).default([]),
  })
  .meta({ id: 'RecordBody' });
export type RecordBody = z.infer<typeof recordBody>;
/** A change makes another version of what the reader saw. */
export const recordChange = recordBody
  .extend({ version: z.number().int().min(1) })
  .meta({ id: 'RecordChange' });
export type RecordChange = z.infer<typeof recordChange>;
/** Nothing is deleted: what was withdrawn stays, with who did it, when and why. */
export const recordWithdrawal = z
  .object({ version: z.number().int().min(1), why: free(200).min(1, '请写明为什么撤回。') })
  .meta({ id: 'RecordWithdrawal' });
export type RecordWithdrawal = z.infer<typeof recordWithdrawal>;

export const recordLine = z
  .object({
    id,
    version: z.number().int(),
    sort: recordBody.shape.sort,
    sortLabel: z.string(),
    on: z.string(),
    area: z.string().nullable(),
    areaLabel: z.string().nullable(),
    place: z.string().nullable(),
    people: z.string().nullable(),
    text: z.string(),
    files: z.array(z.object({ id, name: z.string(), size: z.number().int(), type: z.string() })),
    org: z.string(),
    /** Who wrote this version, and when. */
    by: z.string(),
    at: z.string(),
    /** Who filed it, where this is not the first version. */
    first: z.object({ by: z.string(), at: z.string() }).nullable(),
    withdrawn: z.object({ why: z.string().nullable() }).nullable(),
    /** It is of the reader's organisation, the case is open, and no act rests on it. */
    mayChange: z.boolean(),
  })
  .meta({ id: 'RecordLine' });
export type RecordLine = z.infer<typeof recordLine>;
export const recordLines = z.array(recordLine).meta({ id: 'RecordLines' });
export const recordsView = z.object({ mayAdd: z.boolean(), lines: recordLines }).meta({ id: 'Records' });
export type RecordsView = z.infer<typeof recordsView>;
