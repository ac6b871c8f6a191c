import { z } from 'zod';
import { dayText, words } from './page.ts';

const named = z.object({ id: z.uuid(), name: z.string() });
const office = z.object({ postId: z.uuid(), orgName: z.string(), roleLabel: z.string() });

export const absenceView = z
  .object({
    id: z.uuid(),
    person: named,
    deputy: named,
    from: dayText,
    /** The last day of it. */
    to: dayText,
    /** The posts that the deputy exercises. */
    posts: z.array(office),
    note: z.string().nullable(),
    status: z.enum(['planned', 'running', 'over', 'ended', 'withdrawn']),
    statusLabel: z.string(),
    entered: z.object({ by: z.string(), at: z.string() }),
    ended: z.object({ by: z.string(), at: z.string(), why: z.string() }).nullable(),
    /** Whether the reader may change it, end it early or withdraw it. */
    mayEnd: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Absence' });
export type AbsenceView = z.infer<typeof absenceView>;

export const absencesView = z
  .object({
    /** When he is away, the latest first. */
    own: z.array(absenceView),
    /** When he stands in for somebody. */
    standsIn: z.array(absenceView),
    /** Posts of his own that a deputy may be given; empty where the reader may enter nothing for him. */
    posts: z.array(office),
  })
  .meta({ id: 'Absences' });
export type AbsencesView = z.infer<typeof absencesView>;

/** Who could stand in, and in which of the posts. */
export const deputiesView = z
  .object({
    items: z.array(z.object({ id: z.uuid(), name: z.string(), office: z.string(), fits: z.array(z.uuid()) })),
  })
  .meta({ id: 'Deputies' });
export type DeputiesView = z.infer<typeof deputiesView>;

export const newAbsence = z
  .object({
    from: dayText,
    to: dayText,
    deputyId: z.uuid(),
    postIds: z.array(z.uuid()).min(1, '请选择由代理人行使的职务').max(20),
    note: words(100).nullish(),
  })
  .meta({ id: 'NewAbsence' });
export type NewAbsence = z.infer<typeof newAbsence>;

/** Before it begins its days and its deputy, afterwards its last day; what does not change is sent as it stands. */
export const absenceChange = z
  .object({
    version: z.number().int().min(1),
    from: dayText,
    to: dayText,
    deputyId: z.uuid(),
    why: words(200),
  })
  .meta({ id: 'AbsenceChange' });
export type AbsenceChange = z.infer<typeof absenceChange>;

/** Of the version that was read; with the reason that stays with it. */
export const ending = z.object({ version: z.number().int().min(1), why: words(200) }).meta({ id: 'Ending' });
export type Ending = z.infer<typeof ending>;
