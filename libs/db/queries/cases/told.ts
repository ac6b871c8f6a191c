import { instantFromDatabase } from '../../columns.ts';
import type { EntityManager } from '../../orm.ts';
import { sql, texts, uuids } from '../../sql.ts';
import type { Instant } from '#domain/day';

/** What somebody filled in with an act that stands: the free text that the state leaves out. */
export interface Told {
  caseId: string;
  seq: number;
  action: string;
  personId: string;
  /** The absent person for whom it was done. */
  forPersonId: string | null;
  orgId: string | null;
  at: Instant;
  form: Record<string, unknown>;
}

interface Row {
  case_id: string;
  seq: number;
  action: string;
  person_id: string;
  for_person_id: string | null;
  org_id: string | null;
  at: string;
  form: Record<string, unknown>;
}

/** In the order of the acts. A submission whose act was refused has no event and is left out. */
export async function told(
  em: EntityManager,
  caseIds: readonly string[],
  actions: readonly string[],
): Promise<Map<string, Told[]>> {
  const found = new Map<string, Told[]>();
  if (caseIds.length === 0 || actions.length === 0) return found;
  const rows = await em.execute<Row[]>(sql`
    select e.case_id, e.seq, e.action, s.person_id, e.for_person_id, coalesce(e.org_id, s.org_id) org_id, e.at, s.form
      from submission s join case_event e on e.act_id = s.act_id
     where s.case_id = any(${uuids(caseIds)}) and s.action = any(${texts(actions)})
     order by e.case_id, e.seq`);
  for (const {
    case_id: caseId,
    person_id: personId,
    for_person_id: forPersonId,
    org_id: orgId,
    at,
    ...row
  } of rows) {
    const one = { ...row, caseId, personId, forPersonId, orgId, at: instantFromDatabase(at) };
    found.set(caseId, [...(found.get(caseId) ?? []), one]);
  }
  return found;
}
