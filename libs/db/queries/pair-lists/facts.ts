import type { Day } from '#domain/day';
import type { RegisteredHospital, StandingPairing } from '#domain/kinds/campaign/pairs/pair';
import type { EntityManager } from '../../orm.ts';

/** Every organisation with all its names: what is no hospital is recognised as such. A merged one has left its names to another. */
export async function registeredHospitals(em: EntityManager, today: Day): Promise<RegisteredHospital[]> {
  return em.execute<RegisteredHospital[]>(
    `select o.id, o.name, o.kind, o.disabled_on is not null and o.disabled_on <= ?::date as disabled,
            coalesce(json_agg(n.name order by n.name) filter (where n.sort <> 'official'), '[]') as aliases
       from org o left join org_name n on n.org_id = o.id
      where o.merged_into_id is null
      group by o.id order by o.sort, o.id`,
    [today],
  );
}

/**
 * Pairs that stand in an overlapping term: open cases that have not come to their end, and the lists of campaigns
 * that are handed in and have not opened all their cases.
 */
export async function standingPairings(em: EntityManager, from: Day, to: Day): Promise<StandingPairing[]> {
  return em.execute<StandingPairing[]>(
    `select state->>'pilotId' as "pilotId", state->>'assistedId' as "assistedId", state->>'from' as "from", state->>'to' as "to"
       from case_file
      where kind = 'pairing' and closed_at is null and state->>'end' is null
        and state->>'from' <= ? and state->>'to' >= ?
      union
     select r.pilot_id::text, r.assisted_id::text, c.state->>'from', c.state->>'to'
       from case_file c join pair_list_row r on r.list_id = (c.state->>'listId')::uuid
      where c.kind = 'campaign' and c.closed_at is null and c.stage in ('signing', 'revising', 'opening')
        and c.state->>'from' <= ? and c.state->>'to' >= ?`,
    [to, from, to, from],
  );
}

/** Registered names of the hospitals in use, for the template. */
export async function hospitalNames(em: EntityManager, today: Day): Promise<string[]> {
  const register = await registeredHospitals(em, today);
  return register.filter(({ kind, disabled }) => kind === 'hospital' && !disabled).map(({ name }) => name);
}
