import type { EntityManager } from '@mikro-orm/postgresql';
import type { ActResult } from '#contracts/act';
import { storedAct } from './stored-case.ts';

/** Whether an act stands, and whether its case is closed. */
export async function actStanding(
  em: EntityManager,
  caseId: string,
  actId: string,
): Promise<{ result?: ActResult; closed: boolean }> {
  const act = await storedAct(em, actId);
  const [row] = await em.execute<{ closed: boolean }[]>(
    'select closed_at is not null as closed from case_file where id = ?',
    [caseId],
  );
  const closed = row?.closed ?? false;
  return act?.caseId === caseId ? { result: { actId, seq: act.seq, stage: act.stage }, closed } : { closed };
}
