import type { CaseState } from '#domain/case';
import type { PastAct } from '#domain/kind';
import { kindOf } from '#domain/kinds/index';
import { internalActs } from '#domain/supervision/internal';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';
import type { Sight } from './visible.ts';

/** Acts of which this reader is told that they happened, and not what was filled in or attached: their numbers. */
export const keptBack = (state: CaseState, sight: Sight, acts: readonly PastAct[]): Set<number> =>
  new Set(
    sight === 'all'
      ? []
      : [
          ...(kindOf(state.kind).keptBack?.(state, acts) ?? []),
          ...acts.filter(({ action }) => internalActs.includes(action)).map(({ seq }) => seq),
        ],
  );

/** The same where the acts have not been read yet. */
export async function keptBackOf(
  em: EntityManager,
  caseId: string,
  state: CaseState,
  sight: Sight,
): Promise<Set<number>> {
  if (sight === 'all') return new Set();
  const acts = await em.execute<PastAct[]>(
    sql`select seq, action from case_event where case_id = ${caseId}::uuid order by seq`,
  );
  return keptBack(state, sight, acts);
}
