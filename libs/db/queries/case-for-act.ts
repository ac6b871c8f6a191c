import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '#domain/actor';
import type { CaseState } from '#domain/case';
import { sql } from '../sql.ts';
import { seen, sightOf } from './cases/visible.ts';

/** The case as it stands, for one who may see it. */
export async function caseForAct(
  em: EntityManager,
  actor: Actor,
  caseId: string,
): Promise<{ kind: string; seq: number; state: CaseState } | undefined> {
  const where = sql`c.id = ${caseId}::uuid and ${seen(await sightOf(em, actor), sql`c.id`)}`;
  const [row] = await em.execute<{ kind: string; seq: number; state: CaseState }[]>(
    sql`select c.kind, c.seq, c.state from case_file c where ${where}`,
  );
  return row;
}
