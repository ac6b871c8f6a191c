import type { Day } from '#domain/day';
import type { EntityManager } from '../../orm.ts';

interface Holder {
  name: string;
  /** Whether he can log in. */
  account: boolean;
}
export type Staff = Record<'liaison' | 'principal', Holder[]>;

/** Who holds office today at each of the hospitals. */
export async function staffOf(
  em: EntityManager,
  today: Day,
  orgIds: readonly string[],
): Promise<Map<string, Staff>> {
  const rows = await em.execute<(Holder & { orgId: string; role: keyof Staff })[]>(
    `select t.org_id as "orgId", t.role, p.name, a.id is not null as account
       from post t
       join person p on p.id = t.person_id
       left join account a on a.person_id = p.id and a.disabled_at is null
      where t.role in ('liaison', 'principal')
        and t.org_id in (select (jsonb_array_elements_text(?::jsonb))::uuid)
        and t.from_day <= ?::date and (t.until_day is null or t.until_day > ?::date)
        and (p.disabled_on is null or p.disabled_on > ?::date)
      order by t.id`,
    [JSON.stringify(orgIds), today, today, today],
  );
  const staff = new Map<string, Staff>();
  for (const { orgId, role, name, account } of rows) {
    const there = staff.get(orgId) ?? { liaison: [], principal: [] };
    there[role].push({ name, account });
    staff.set(orgId, there);
  }
  return staff;
}
