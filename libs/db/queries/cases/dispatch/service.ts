import type { DispatchService } from '#contracts/dispatch';
import type { DispatchState } from '#domain/kinds/dispatch/state';
import { onlyService } from '#domain/kinds/serving/state';
import type { EntityManager } from '../../../orm.ts';
import { sql } from '../../../sql.ts';
import { orgNames } from '../names.ts';

/** How many are served, and in which cases; read from these, since the last ones may just be opening. */
export async function dispatchServiceOf(
  em: EntityManager,
  caseId: string,
  { to, each, stage }: DispatchState,
): Promise<DispatchService> {
  const counts = each ? await countEach(em, caseId) : await countCommon(em, caseId);
  const of = to.length;
  return { of, ...counts, dropped: stage === 'voided' && counts.served < of };
}

type Counted = Pick<DispatchService, 'served' | 'common' | 'each'>;

async function countCommon(em: EntityManager, caseId: string): Promise<Counted> {
  const [row] = await em.execute<{ id: string; number: string; served: number }[]>(sql`
    select s.id, s.number, (select count(*)::int from jsonb_each(s.state #> ${`{services,${onlyService},to}`}) r
                             where r.value -> 'proven' is not null) served
      from notice n join case_file s on s.id = n.serving_case_id where n.case_id = ${caseId}::uuid limit 1`);
  const common = row ? { caseId: row.id, number: row.number } : null;
  return { served: row?.served ?? 0, common, each: null };
}

const shown = 5;

/** Its end comes a moment after the proof. */
const proven = sql`jsonb_path_exists(c.state, '$.services.*.to.*.proven')`;

async function countEach(em: EntityManager, caseId: string): Promise<Counted> {
  const ofIt = sql`c.campaign_id = ${caseId}::uuid and c.kind = 'serving'`;
  const [counts] = await em.execute<{ begun: number; served: number }[]>(sql`
    select count(*)::int begun, count(*) filter (where ${proven})::int served from case_file c where ${ofIt}`);
  const open = await em.execute<{ id: string; number: string; org_id: string }[]>(sql`
    select c.id, c.number, p.org_id from case_file c join case_party p on p.case_id = c.id
     where ${ofIt} and c.stage = 'serving' and not ${proven} order by c.opened_at, c.id limit ${shown}`);
  const nameOf = await orgNames(
    em,
    open.map(({ org_id: orgId }) => orgId),
  );
  const lines = open.map(({ id, number, org_id: orgId }) => ({
    ...{ caseId: id, number, name: nameOf(orgId) ?? '' },
  }));
  return {
    ...{ served: counts?.served ?? 0, common: null },
    each: { begun: counts?.begun ?? 0, open: lines },
  };
}
