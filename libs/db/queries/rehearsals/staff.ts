import type { Actor } from '#domain/actor';
import type { Day } from '#domain/day';
import type { OrgKind, Role } from '#domain/role';
import type { EntityManager } from '../../orm.ts';

interface HeldPost {
  personId: string;
  name: string;
  orgId: string;
  orgKind: OrgKind;
  role: Role;
  /** Whether he can log in. */
  account: boolean;
}

/** Who can act, and by which names; those who hold a post and can't log in are named apart. */
export interface RehearsalStaff {
  staff: Actor[];
  posts: HeldPost[];
}

/** Everybody who holds a post today in one of these organisations or in the bureau. */
export async function rehearsalStaff(
  em: EntityManager,
  today: Day,
  orgIds: readonly string[],
): Promise<RehearsalStaff> {
  const posts = await em.execute<HeldPost[]>(
    `select t.person_id as "personId", p.name, t.org_id as "orgId", o.kind as "orgKind", t.role,
            a.id is not null as account
       from post t
       join person p on p.id = t.person_id
       join org o on o.id = t.org_id
       left join account a on a.person_id = p.id and a.disabled_at is null
      where (o.kind in ('bureau', 'section') or o.id in (select (jsonb_array_elements_text(?::jsonb))::uuid))
        and t.from_day <= ?::date and (t.until_day is null or t.until_day > ?::date)
        and (p.disabled_on is null or p.disabled_on > ?::date)
      order by t.id`,
    [JSON.stringify(orgIds), today, today, today],
  );
  const people = new Map<string, Actor>();
  for (const { personId, orgId, orgKind, role, account } of posts) {
    if (!account) continue;
    const actor = people.get(personId) ?? { personId, posts: [] };
    actor.posts.push({ orgId, orgKind, role });
    people.set(personId, actor);
  }
  return { staff: [...people.values()], posts };
}
