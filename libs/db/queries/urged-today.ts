import type { CaseState } from '#domain/case';
import { shanghaiDay, startOfDay, type Instant } from '#domain/day';
import { toHolder } from '#domain/supervision/to-holder';
import type { EntityManager } from '../orm.ts';
import { sql } from '../sql.ts';

export type Holder = ReturnType<typeof toHolder>;

/** Of these todos the ones whose holder was urged by hand on the same day before this moment, in whichever case. */
export async function urgedToday(
  em: EntityManager,
  { todos }: CaseState,
  keys: readonly string[],
  before: Instant,
): Promise<string[]> {
  const urged: string[] = [];
  for (const key of keys) {
    const todo = todos[key];
    if (todo && (await timesUrged(em, toHolder(todo), before, before)) > 0) urged.push(key);
  }
  return urged;
}

/**
 * How often a holder was urged by hand since the morning of `at`. From `since` on, what `doer` urged is left out: it
 * belongs to the bulk that began then.
 */
export async function timesUrged(
  em: EntityManager,
  { to, person }: Holder,
  at: Instant,
  since: Instant,
  doer?: string,
): Promise<number> {
  const orgId = 'orgId' in to ? to.orgId : null;
  const his = person
    ? sql`m.person_id = ${person}::uuid`
    : sql`m.role = ${to.role} and m.org_id is not distinct from ${orgId}::uuid`;
  const others = doer
    ? sql`or not exists (select 1 from case_event e where e.case_id = m.case_id
        and e.seq = split_part(m.key, '/', 2)::int and e.person_id = ${doer}::uuid)`
    : sql``;
  const [row] = await em.execute<{ times: number }[]>(sql`
    select count(*)::int times from message m
     where m.code = 'urge' and ${his} and m.at >= ${startOfDay(shanghaiDay(at))}::timestamptz
       and (m.at < ${since}::timestamptz ${others})`);
  return row?.times ?? 0;
}
