import type { PairingState } from '#domain/kinds/pairing/state';
import type { EntityManager } from '../../../orm.ts';
import { sql, uuids } from '../../../sql.ts';
import { stateOf } from '../case-row.ts';
import type { Asking } from '../offers.ts';

/**
 * Who could take a pilot's place: for the bureau any hospital, for a hospital the other pilots of its campaign,
 * whom it knows from the notice.
 */
export async function newPilots(
  em: EntityManager,
  { row, sight, today }: Asking,
): Promise<{ value: string; label: string }[]> {
  const { pilotId, assistedId } = stateOf<PairingState>(row);
  const among =
    sight === 'all'
      ? sql`true`
      : sql`o.id in (select (m.state ->> 'pilotId')::uuid from case_file m where m.campaign_id = ${row.campaignId ?? null}::uuid)`;
  return em.execute(sql`
    select o.id "value", o.name label from org o
     where o.kind = 'hospital' and (o.disabled_on is null or o.disabled_on > ${today}::date)
       and not o.id = any(${uuids([pilotId, assistedId])}) and ${among}
     order by o.sort, o.id limit 2000`);
}
