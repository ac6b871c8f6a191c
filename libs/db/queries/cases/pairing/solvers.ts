import type { Day } from '#domain/day';
import type { PairingState } from '#domain/kinds/pairing/state';
import type { EntityManager } from '../../../orm.ts';
import { sql } from '../../../sql.ts';
import { orgNames } from '../names.ts';

/** Sections of the bureau that have somebody to answer for them. */
export const sectionsWithHead = (
  em: EntityManager,
  today: Day,
): Promise<{ value: string; label: string }[]> =>
  em.execute(sql`
    select o.id "value", o.name label from org o
     where o.kind = 'section' and (o.disabled_on is null or o.disabled_on > ${today}::date)
       and exists (select 1 from post t join person p on p.id = t.person_id
                    where t.org_id = o.id and t.role = 'section-head' and t.from_day <= ${today}::date
                      and (t.until_day is null or t.until_day > ${today}::date)
                      and (p.disabled_on is null or p.disabled_on > ${today}::date))
     order by o.sort, o.id`);

/** Who can be given a problem of the pair. */
export async function solvers(
  em: EntityManager,
  { pilotId, assistedId }: PairingState,
  today: Day,
): Promise<{ value: string; label: string }[]> {
  const nameOf = await orgNames(em, [pilotId, assistedId]);
  const sides = [pilotId, assistedId].map((value) => ({ value, label: nameOf(value) ?? '' }));
  return [...sides, ...(await sectionsWithHead(em, today))];
}
