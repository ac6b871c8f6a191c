import type { EntityManager } from '@mikro-orm/postgresql';
import type { ActResult } from '#contracts/act';

interface Row {
  closed: boolean;
  seq: number | null;
  stage: string | null;
}

/** Whether an act stands in this case, and whether the case is closed. */
export async function actStanding(
  em: EntityManager,
  caseId: string,
  actId: string,
): Promise<{ result?: ActResult; closed: boolean }> {
  const [row] = await em.execute<Row[]>(
    `select c.closed_at is not null as closed, e.seq, e.stage
       from case_file c left join case_event e on e.case_id = c.id and e.act_id = ? where c.id = ?`,
    [actId, caseId],
  );
  const { closed, seq, stage } = row ?? { closed: false, seq: null, stage: null };
  return seq === null || stage === null ? { closed } : { result: { actId, seq, stage }, closed };
}
