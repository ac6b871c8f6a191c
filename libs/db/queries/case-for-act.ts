import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '#domain/actor';
import type { CaseState } from '#domain/case';
import { mayReadCase } from './cases/visible.ts';

/** The case as it stands, for one who may see it. */
export async function caseForAct(
  em: EntityManager,
  actor: Actor,
  caseId: string,
): Promise<{ kind: string; seq: number; state: CaseState } | undefined> {
  if (!(await mayReadCase(em, actor, caseId))) return undefined;
  const [row] = await em.execute<{ kind: string; seq: number; state: CaseState }[]>(
    'select kind, seq, state from case_file where id = ?',
    [caseId],
  );
  return row;
}
