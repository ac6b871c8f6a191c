import type { Clock } from '#config/clock';
import type { DeputiesView } from '#contracts/absence';
import { mayDeputise } from '#domain/deputy';
import { separationConflict } from '#domain/post';
import { roles } from '#domain/role';
import type { Role } from '#domain/role';
import type { EntityManager } from '../orm.ts';
import { sql, uuids } from '../sql.ts';
import { givablePosts } from './absences.ts';
import type { SignedIn } from './signed-in.ts';

interface Row {
  id: string;
  name: string;
  posts: { orgId: string; orgName: string; role: Role }[];
}

/** Who could stand in for this person today, by pinyin. Days and other absences are asked when it is entered. */
export async function deputies(
  em: EntityManager,
  clock: Clock,
  by: Pick<SignedIn, 'personId' | 'actor'>,
  personId: string,
): Promise<DeputiesView> {
  const given = await givablePosts(em, clock, by, personId);
  const today = clock.today();
  const orgIds = uuids(given.map(({ orgId }) => orgId));
  const rows = await em.execute<Row[]>(sql`
    select p.id, p.name, json_agg(json_build_object('orgId', o.id, 'orgName', o.name, 'role', t.role) order by t.id) posts
      from person p join account a on a.person_id = p.id and a.disabled_at is null
      join post t on t.person_id = p.id and t.from_day <= ${today}::date
       and (t.until_day is null or t.until_day > ${today}::date)
      join org o on o.id = t.org_id and o.disabled_on is null
     where p.disabled_on is null and p.id <> ${personId}::uuid and p.id <> ${by.personId}::uuid
       and (o.id = any(${orgIds}) or (o.kind in ('bureau', 'section')
         and exists (select 1 from org g where g.id = any(${orgIds}) and g.kind in ('bureau', 'section'))))
     group by p.id, p.name order by p.sort_name, p.id`);
  const items = rows.flatMap(({ id, name, posts }) => {
    const held = posts.map(({ role }) => role);
    const fits = given.filter((post) => mayDeputise(post, posts) && !separationConflict(held, post.role));
    const [first] = posts;
    if (fits.length === 0 || !first) return [];
    return [{ id, name, office: `${first.orgName} ${roles[first.role]}`, fits: fits.map((post) => post.id) }];
  });
  return { items };
}
