import { z } from 'zod';
import { id } from './page.ts';

export const pairProblem = z.object({
  code: z.string(),
  /** pilot, assisted or the row as a whole. */
  side: z.enum(['pilot', 'assisted', 'row']),
  sentence: z.string(),
  suggestions: z.array(z.object({ orgId: id, name: z.string() })),
});

/** A dry run: every row with what it was matched to or what is wrong; nothing has started. */
export const pairListView = z
  .object({
    id,
    source: z.string(),
    form: z.record(z.string(), z.unknown()),
    rows: z.array(
      z.object({
        row: z.number().int(),
        pilotText: z.string(),
        assistedText: z.string(),
        pilot: z.object({ orgId: id, name: z.string() }).nullable(),
        assisted: z.object({ orgId: id, name: z.string() }).nullable(),
        problems: z.array(pairProblem),
      }),
    ),
    /** Troubles of the file or text as a whole. */
    faults: z.array(z.string()),
    problemCount: z.number().int(),
    campaignId: id.nullable(),
    /** Who will get what and when it falls due, once the list is free of problems. */
    preview: z.object({
      pairs: z.number().int(),
      pilots: z.number().int(),
      assisted: z.number().int(),
      notice: z.string(),
      firstDue: z.object({ label: z.string(), due: z.string(), sentence: z.string() }).nullable(),
      receivers: z.array(z.object({ orgId: id, name: z.string(), as: z.string(), pairs: z.number().int(), liaisons: z.array(z.string()) })),
      warnings: z.array(z.string()),
      milestones: z.array(z.object({ label: z.string(), on: z.string() })),
    }),
  })
  .meta({ id: 'PairListView' });
export type PairListView = z.infer<typeof pairListView>;

export const pairListBody = z
  .object({
    form: z.record(z.string(), z.unknown()),
    /** The annex as pasted, or the id of an uploaded .xlsx or .csv. */
    pasted: z.string().max(500_000).optional(),
    fileId: z.uuid().optional(),
  })
  .meta({ id: 'PairListBody' });

export const pairMatchBody = z
  .object({ row: z.number().int(), side: z.enum(['pilot', 'assisted']), orgId: z.uuid() })
  .meta({ id: 'PairMatchBody' });

export const launchBody = z.object({ actId: z.uuid() }).meta({ id: 'LaunchBody' });
