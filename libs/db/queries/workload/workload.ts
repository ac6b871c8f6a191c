import type { Clock } from '#config/clock';
import type { WorkloadView } from '#contracts/workload';
import { handoverStates } from '#contracts/workload';
import type { HandoverState } from '#contracts/workload';
import { forbidden } from '#contracts/problem';
import { periodText } from '#domain/absence';
import { bureauRoles, hospitalRoles, roles, separatedRoles } from '#domain/role';
import type { Role } from '#domain/role';
import { mayHandOver } from '#domain/workload';
import { instantFromDatabase } from '../../columns.ts';
import type { EntityManager } from '../../orm.ts';
import { sql, texts, uuids } from '../../sql.ts';
import { ownPosts } from '../absences.ts';
import type { OwnPost } from '../absences.ts';
import { visiblePerson } from '../people.ts';
import type { SignedIn } from '../signed-in.ts';
import { workloadTodos } from './todos.ts';

type Reader = Pick<SignedIn, 'personId' | 'actor'>;

export interface WorkloadOf {
  person: { id: string; name: string };
  /** Offices in which cases are worked on: those of the three administrators carry no todos. */
  posts: OwnPost[];
}

/** Whose workload it is; refused to whoever has no business with it. */
export async function workloadOf(
  em: EntityManager,
  clock: Clock,
  by: Reader,
  personId: string,
): Promise<WorkloadOf> {
  const { id, name } = await visiblePerson(em, by.actor, personId);
  const posts = (await ownPosts(em, personId, clock.today())).filter(
    ({ role, from }) => !separatedRoles.includes(role) && from <= clock.today(),
  );
  if (!mayHandOver(by.actor, personId, posts))
    throw forbidden('工作移交由本人办理，或者由职级不低于本人的处室负责人、领导办理；医院由主要负责人办理。');
  return { person: { id, name }, posts };
}

/** 工作移交, before anything is chosen: all that lies with a person, and who could take it. */
export async function workload(
  em: EntityManager,
  clock: Clock,
  by: Reader,
  personId: string,
): Promise<WorkloadView> {
  const { person, posts } = await workloadOf(em, clock, by, personId);
  const today = clock.today();
  const { held, shared } = await workloadTodos(em, today, { personId, posts, receivers: [] });
  return {
    person,
    offices: posts.map(({ orgName, role }) => `${orgName} ${roles[role]}`),
    todos: held.map(({ line }) => line),
    shared,
    launched: await launched(em, personId),
    absences: await absencesNaming(em, personId, today),
    colleagues: await colleaguesOf(em, personId, posts, today),
    handovers: await handoversOf(em, personId),
  };
}

async function launched(em: EntityManager, personId: string): Promise<WorkloadView['launched']> {
  const rows = await em.execute<{ id: string; number: string; title: string }[]>(sql`
    select c.id, c.number, c.title from case_file c
     where c.closed_at is null and c.id in (select e.case_id from case_event e
       where e.person_id = ${personId}::uuid and e.action = 'open') order by c.number`);
  return { count: rows.length, items: rows.slice(0, 20) };
}

async function absencesNaming(em: EntityManager, personId: string, today: string): Promise<string[]> {
  const rows = await em.execute<{ person: string; deputy: string; from: string; to: string }[]>(sql`
    select p.name person, d.name deputy, a.from_day::text "from", a.to_day::text "to"
      from absence a join person p on p.id = a.person_id join person d on d.id = a.deputy_id
     where (a.person_id = ${personId}::uuid or a.deputy_id = ${personId}::uuid)
       and a.ended_at is null and a.to_day >= ${today}::date order by a.from_day, a.id`);
  return rows.map((row) => `${periodText(row)}${row.person}请假，由${row.deputy}代理`);
}

/** Of the bureau for the bureau, of the same organisation for another; whoever has an account to work with. */
export async function colleaguesOf(
  em: EntityManager,
  personId: string,
  posts: readonly OwnPost[],
  today: string,
): Promise<WorkloadView['colleagues']> {
  const orgIds = uuids(posts.map(({ orgId }) => orgId));
  const working = texts([...bureauRoles, ...hospitalRoles, 'department']);
  const rows = await em.execute<{ id: string; name: string; org: string; held: Role[] }[]>(sql`
    select p.id, p.name, min(o.name) org, array_agg(distinct t.role) held
      from person p join account a on a.person_id = p.id and a.disabled_at is null
      join post t on t.person_id = p.id join org o on o.id = t.org_id
     where p.id <> ${personId}::uuid and (p.disabled_on is null or p.disabled_on > ${today}::date)
       and t.role = any(${working}) and t.from_day <= ${today}::date
       and (t.until_day is null or t.until_day > ${today}::date)
       and (o.disabled_on is null or o.disabled_on > ${today}::date)
       and (o.id = any(${orgIds}) or (o.kind in ('bureau', 'section')
         and exists (select 1 from org g where g.id = any(${orgIds}) and g.kind in ('bureau', 'section'))))
     group by p.id, p.name, p.sort_name order by p.sort_name, p.id`);
  return rows.map(({ id, name, org, held }) => ({
    ...{ id, name },
    office: `${org} ${held.map((role) => roles[role]).join('、')}`,
  }));
}

async function handoversOf(em: EntityManager, personId: string): Promise<WorkloadView['handovers']> {
  const rows = await em.execute<{ id: string; at: string; by: string; status: HandoverState }[]>(sql`
    select h.id, h.at, p.name "by", h.status from workload_handover h join person p on p.id = h.by_id
     where h.from_id = ${personId}::uuid order by h.at desc, h.id limit 20`);
  return rows.map(({ id, at, by, status }) => ({
    ...{ id, by, at: instantFromDatabase(at) },
    statusLabel: handoverStates[status],
  }));
}
