import type { Actor, Post } from '#domain/actor';
import type { Day, Instant } from '#domain/day';
import type { EntityManager } from '../orm.ts';
import { sql } from '../sql.ts';
import type { Sql } from '../sql.ts';

/** The moment for which posts are read: its day in Asia/Shanghai and the instant. */
export interface Moment {
  day: Day;
  at: Instant;
}

/** Of absence a: from the start of its first day to the end of its last, unless it was ended before. */
const isAway = ({ day, at }: Moment): Sql =>
  sql`a.from_day <= ${day}::date and a.to_day >= ${day}::date and (a.ended_at is null or a.ended_at > ${at}::timestamptz)`;

const inOffice = ({ day }: Moment): Sql =>
  sql`t.from_day <= ${day}::date and (t.until_day is null or t.until_day > ${day}::date)`;

/**
 * The posts of those for whom person `id` deputises. They end with the absence, with the post itself, when the absent
 * person leaves, and when the deputy no longer belongs to the house.
 */
const actingPosts = (id: Sql, moment: Moment): Sql => sql`
  select t.id, t.org_id, t.role, a.person_id acting_for
    from absence a join absence_post g on g.absence_id = a.id
    join post t on t.id = g.post_id and t.person_id = a.person_id
    join org o on o.id = t.org_id join person q on q.id = a.person_id
   where a.deputy_id = ${id} and ${isAway(moment)} and ${inOffice(moment)}
     and (q.disabled_on is null or q.disabled_on > ${moment.day}::date)
     and exists (select 1 from post d join org x on x.id = d.org_id
                  where d.person_id = a.deputy_id and d.from_day <= ${moment.day}::date
                    and (d.until_day is null or d.until_day > ${moment.day}::date)
                    and (d.org_id = t.org_id
                      or (x.kind in ('bureau', 'section') and o.kind in ('bureau', 'section'))))`;

/** All that an Actor holds, as two columns. A post in a disabled organisation gives nothing; his own come first. */
export const actorColumns = (id: Sql, moment: Moment): Sql => sql`
  coalesce((
    select json_agg(json_strip_nulls(json_build_object(
             'orgId', o.id, 'orgKind', o.kind, 'role', h.role, 'actingFor', h.acting_for))
             order by h.acting_for nulls first, h.id)
      from (select t.id, t.org_id, t.role, null::uuid acting_for from post t
             where t.person_id = ${id} and ${inOffice(moment)}
            union all ${actingPosts(id, moment)}) h
      join org o on o.id = h.org_id and (o.disabled_on is null or o.disabled_on > ${moment.day}::date)
  ), '[]') posts,
  coalesce((
    select jsonb_agg(distinct jsonb_build_object('personId', w.id, 'orgId', c.org_id))
      from (select ${id} id
            union select a.person_id from absence a where a.deputy_id = ${id} and ${isAway(moment)}) w
      cross join lateral (
        select r.org_id from relation r
         where r.person_id = w.id and (r.ended_at is null or r.ended_at > ${moment.at}::timestamptz)
           and r.from_day <= ${moment.day}::date and (r.until_day is null or r.until_day > ${moment.day}::date)
        union select t.org_id from post t join org o on o.id = t.org_id
         where t.person_id = w.id and o.kind = 'hospital' and ${inOffice(moment)}) c
  ), '[]') conflicts`;

export interface ActorColumns {
  posts: Post[];
  conflicts: NonNullable<Actor['conflicts']>;
}

/** The actor that this person is at a moment. */
export async function actorAt(
  em: Pick<EntityManager, 'execute'>,
  personId: string,
  moment: Moment,
): Promise<Actor> {
  const columns = actorColumns(sql`${personId}::uuid`, moment);
  const [row] = await em.execute<ActorColumns[]>(sql`select ${columns}`);
  return { personId, posts: row?.posts ?? [], conflicts: row?.conflicts ?? [] };
}
