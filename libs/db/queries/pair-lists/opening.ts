import type { ActResult } from '#contracts/act';
import type { EntityManager } from '../../orm.ts';

/** The act that opened a case, whoever handed it in. */
export async function openingOf(em: EntityManager, caseId: string): Promise<ActResult | undefined> {
  const [row] = await em.execute<{ act_id: string; seq: number; stage: string }[]>(
    'select act_id, seq, stage from case_event where case_id = ? and seq = 1',
    [caseId],
  );
  return row && { actId: row.act_id, seq: row.seq, stage: row.stage };
}
