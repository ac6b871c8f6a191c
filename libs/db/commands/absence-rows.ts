import type { Clock } from '#config/clock';
import type { EntityManager } from '../orm.ts';
import type { OwnPost } from '../queries/absences.ts';
import type { SignedIn } from '../queries/signed-in.ts';
import { sql } from '../sql.ts';
import { writeLog } from './write-log.ts';
import type { LogSource } from './write-log.ts';

export type By = SignedIn & LogSource;

/** One after the other: two entered at once would each miss the other, and could make a cycle. */
export const lockAbsences = (tx: EntityManager) =>
  tx.execute(`select pg_advisory_xact_lock(hashtextextended('absence', 10))`);

/** The posts that this absence gives to its deputy. */
export const postsOf = (
  tx: EntityManager,
  id: string,
): Promise<Pick<OwnPost, 'id' | 'orgId' | 'orgName' | 'role'>[]> =>
  tx.execute<Pick<OwnPost, 'id' | 'orgId' | 'orgName' | 'role'>[]>(sql`
    select t.id, t.org_id "orgId", o.name "orgName", t.role from absence_post g join post t on t.id = g.post_id
      join org o on o.id = t.org_id where g.absence_id = ${id}::uuid order by t.id`);

export async function logAbsence(
  tx: EntityManager,
  clock: Clock,
  by: By,
  { personId, absenceId, ...line }: { personId: string; orgId?: string; detail: string; absenceId: string },
): Promise<void> {
  const about = { subject: 'person', subjectId: personId, data: { absenceId } };
  await writeLog(tx, clock, by, { kind: 'absence-changed', ...about, ...line });
}
