import type { Clock } from '#config/clock';
import type { RelationsView, RelationView } from '#contracts/relation';
import { forbidden } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import type { Day } from '#domain/day';
import { relationSorts } from '#domain/relation';
import type { RelationSort } from '#domain/relation';
import type { Role } from '#domain/role';
import { instantFromDatabase } from '../columns.ts';
import type { EntityManager } from '../orm.ts';
import { sql } from '../sql.ts';
import { visiblePerson } from './people.ts';

/** Those who hand out work see that a relation stands; what was noted with it, fewer. */
const readers: readonly Role[] = ['security-admin', 'leader', 'chief-leader', 'section-head'];
const noteReaders: readonly Role[] = ['security-admin', 'leader', 'chief-leader'];

/** By a post of his own: declarations are no work that passes to a deputy. */
const holdsOwn = (actor: Actor, asked: readonly Role[]): boolean =>
  actor.posts.some(({ role, actingFor }) => !actingFor && asked.includes(role));

/** The person himself, and the security administrator for everybody. */
export const mayDeclare = (actor: Actor, personId: string): boolean =>
  actor.personId === personId || holdsOwn(actor, ['security-admin']);

interface Row {
  id: string;
  orgId: string;
  orgName: string;
  sort: RelationSort;
  from: Day;
  until: Day | null;
  note: string | null;
  declaredBy: string;
  declaredAt: string;
  endedBy: string | null;
  endedAt: string | null;
  endWhy: string | null;
  version: number;
}

/** 回避申报: what this person has declared, and what follows from his own posts. */
export async function relations(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  personId: string,
): Promise<RelationsView> {
  const own = actor.personId === personId;
  if (!own) await visiblePerson(em, actor, personId);
  if (!own && !holdsOwn(actor, readers))
    throw forbidden('回避申报由本人、处室负责人、分管领导、主要领导和安全管理员查看。');
  const rows = await em.execute<Row[]>(sql`
    select r.id, r.org_id "orgId", o.name "orgName", r.sort, r.from_day "from", r.until_day "until", r.note,
           r.version, d.name "declaredBy", r.declared_at "declaredAt",
           x.name "endedBy", r.ended_at "endedAt", r.end_why "endWhy"
      from relation r join org o on o.id = r.org_id join person d on d.id = r.declared_by_id
      left join person x on x.id = r.ended_by_id
     where r.person_id = ${personId}::uuid order by r.ended_at nulls first, r.from_day desc, r.id desc`);
  const today = clock.today();
  const byPost = await em.execute<RelationsView['byPost']>(sql`
    select distinct o.id "orgId", o.name "orgName" from post t join org o on o.id = t.org_id
     where t.person_id = ${personId}::uuid and o.kind = 'hospital' and t.from_day <= ${today}::date
       and (t.until_day is null or t.until_day > ${today}::date) order by o.name`);
  const noteShown = own || holdsOwn(actor, noteReaders);
  const items = rows.map((row) => view(row, today, noteShown));
  return { items, byPost, mayDeclare: mayDeclare(actor, personId) };
}

function view(row: Row, today: Day, noteShown: boolean): RelationView {
  const { id, orgId, orgName, sort, from, until, version, endedAt, endedBy, endWhy } = row;
  return {
    ...{ id, orgId, orgName, sort, from, until, version },
    sortLabel: relationSorts[sort],
    current: !endedAt && from <= today && (until === null || until > today),
    note: noteShown ? row.note : null,
    declared: { by: row.declaredBy, at: instantFromDatabase(row.declaredAt) },
    ended: endedAt ? { by: endedBy ?? '', at: instantFromDatabase(endedAt), why: endWhy ?? '' } : null,
  };
}
