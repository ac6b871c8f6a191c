import type { CaseState } from '#domain/case';
import { pieceOf } from '#domain/service/state';
import { serviceSteps } from '#domain/service/steps';
import { serviceWays } from '#domain/service/ways';
import type { EntityManager } from '../../../orm.ts';
import { sql, texts, uuids } from '../../../sql.ts';
import type { Sql } from '../../../sql.ts';
import { orgNames } from '../names.ts';
import type { Sight } from '../visible.ts';
import { pieceNames } from './names.ts';

interface Row {
  case_id: string;
  step: string;
  round: string;
}

/** How one is served is between him and the bureau: of service others read nothing, and he what he has to sign. */
export const seenService = (sight: Sight): Sql =>
  sight === 'all'
    ? sql`true`
    : sql`(t.step <> all(${texts(Object.keys(serviceSteps))}) or t.org_id = any(${uuids(sight)}))`;

/** Of todos about service: which paper, on whom, and for the bureau which way is due. The state says it. */
export async function serviceDetails(
  em: EntityManager,
  rows: readonly Row[],
): Promise<(row: Row) => string | undefined> {
  const about = rows.filter(({ step }) => Object.hasOwn(serviceSteps, step));
  if (about.length === 0) return () => undefined;
  const found = await em.execute<{ id: string; state: CaseState }[]>(
    sql`select id, state from case_file where id = any(${uuids([...new Set(about.map((row) => row.case_id))])})`,
  );
  const states = new Map(found.map(({ id, state }) => [id, state]));
  const orgName = await orgNames(
    em,
    about.map(({ round }) => pieceOf(round).recipient),
  );
  return ({ case_id: caseId, step, round }) => {
    const state = states.get(caseId);
    if (!state || !Object.hasOwn(serviceSteps, step)) return undefined;
    const name = pieceNames(state, orgName)(round);
    const { service, recipient } = pieceOf(round);
    if (step === 'sign-for-paper') return name?.split('，')[0];
    if (step !== 'serve') return name;
    const way = state.services?.[service]?.to[recipient]?.next;
    const due = way === 'electronic' ? '已发至收件箱，等对方签收' : way ? `下一步${serviceWays[way]}` : '';
    return [name, due].filter(Boolean).join('，');
  };
}
