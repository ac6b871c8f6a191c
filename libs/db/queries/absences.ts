import type { Clock } from '#config/clock';
import type { AbsencesView, AbsenceView } from '#contracts/absence';
import { forbidden } from '#contracts/problem';
import { mayArrange } from '#domain/deputy';
import type { Office } from '#domain/deputy';
import { shanghaiDay } from '#domain/day';
import type { Day } from '#domain/day';
import { roles } from '#domain/role';
import type { Role } from '#domain/role';
import { instantFromDatabase } from '../columns.ts';
import type { EntityManager } from '../orm.ts';
import { sql } from '../sql.ts';
import type { Sql } from '../sql.ts';
import { visiblePerson } from './people.ts';
import type { SignedIn } from './signed-in.ts';

export interface OwnPost extends Office {
  id: string;
  orgName: string;
  from: Day;
  until: Day | null;
}

/** Posts of his own that stand today or later, in organisations that are not disabled. */
export const ownPosts = (
  em: Pick<EntityManager, 'execute'>,
  personId: string,
  today: Day,
): Promise<OwnPost[]> =>
  em.execute<OwnPost[]>(sql`
    select t.id, t.org_id "orgId", t.role, o.name "orgName", t.from_day "from", t.until_day "until"
      from post t join org o on o.id = t.org_id
     where t.person_id = ${personId}::uuid and (t.until_day is null or t.until_day > ${today}::date)
       and (o.disabled_on is null or o.disabled_on > ${today}::date) order by t.id`);

type Reader = Pick<SignedIn, 'personId' | 'actor'>;

/** Whether he may give this post to a deputy: his own, or by a post of his own, never by one that he only exercises. */
export const arranges = ({ personId, actor }: Reader, absentId: string, given: Office): boolean =>
  personId === absentId ||
  mayArrange(
    given,
    actor.posts.filter((held) => !held.actingFor),
  );

/** The posts that the reader may give to a deputy; refused where he has no business with this person's absences. */
export async function givablePosts(
  em: EntityManager,
  clock: Clock,
  by: Reader,
  personId: string,
): Promise<OwnPost[]> {
  if (by.personId !== personId) await visiblePerson(em, by.actor, personId);
  const posts = await ownPosts(em, personId, clock.today());
  const givable = posts.filter((post) => arranges(by, personId, post));
  if (by.personId === personId || givable.length > 0) return givable;
  throw forbidden('此人的请假与代理由本人、所在单位负责人或安全管理员登记和查看。');
}

const office = ({ id, orgName, role }: Pick<OwnPost, 'id' | 'orgName' | 'role'>) => ({
  ...{ postId: id, orgName },
  roleLabel: roles[role],
});

/** 请假与代理: when this person is away and who stands in, and for whom he stands in. */
export async function absences(
  em: EntityManager,
  clock: Clock,
  by: Reader,
  personId: string,
): Promise<AbsencesView> {
  const posts = (await givablePosts(em, clock, by, personId)).map(office);
  const read = async (where: Sql) =>
    (await absenceRows(em, where)).map((row) => view(row, by, clock.today()));
  return {
    own: await read(sql`a.person_id = ${personId}::uuid`),
    standsIn: await read(sql`a.deputy_id = ${personId}::uuid`),
    posts,
  };
}

interface Row {
  id: string;
  personId: string;
  person: string;
  deputyId: string;
  deputy: string;
  from: Day;
  to: Day;
  note: string | null;
  enteredBy: string;
  enteredAt: string;
  endedBy: string | null;
  endedAt: string | null;
  endWhy: string | null;
  version: number;
  posts: { id: string; orgId: string; orgName: string; role: Role }[];
}

const absenceRows = (em: EntityManager, where: Sql): Promise<Row[]> =>
  em.execute<Row[]>(sql`
    select a.id, a.person_id "personId", p.name person, a.deputy_id "deputyId", d.name deputy,
           a.from_day "from", a.to_day "to", a.note, a.version, e.name "enteredBy", a.entered_at "enteredAt",
           x.name "endedBy", a.ended_at "endedAt", a.end_why "endWhy",
           (select json_agg(json_build_object('id', t.id, 'orgId', o.id, 'orgName', o.name, 'role', t.role)
                            order by t.id)
              from absence_post g join post t on t.id = g.post_id join org o on o.id = t.org_id
             where g.absence_id = a.id) posts
      from absence a join person p on p.id = a.person_id join person d on d.id = a.deputy_id
      join person e on e.id = a.entered_by_id left join person x on x.id = a.ended_by_id
     where ${where} order by a.from_day desc, a.id desc limit 200`);

const statusLabels: Record<AbsenceView['status'], string> = {
  planned: '未开始',
  running: '代理中',
  over: '已期满',
  ended: '已提前结束',
  withdrawn: '已撤回',
};

function statusOf({ from, to, endedAt }: Row, today: Day): AbsenceView['status'] {
  if (endedAt) return shanghaiDay(instantFromDatabase(endedAt)) < from ? 'withdrawn' : 'ended';
  if (to < today) return 'over';
  return from <= today ? 'running' : 'planned';
}

function view(row: Row, by: Reader, today: Day): AbsenceView {
  const { id, from, to, note, version, endedAt, endedBy, endWhy } = row;
  const status = statusOf(row, today);
  const open = status === 'planned' || status === 'running';
  return {
    ...{ id, from, to, note, version, status },
    person: { id: row.personId, name: row.person },
    deputy: { id: row.deputyId, name: row.deputy },
    posts: row.posts.map(office),
    statusLabel: statusLabels[status],
    entered: { by: row.enteredBy, at: instantFromDatabase(row.enteredAt) },
    ended: endedAt ? { by: endedBy ?? '', at: instantFromDatabase(endedAt), why: endWhy ?? '' } : null,
    mayEnd: open && row.posts.every((post) => arranges(by, row.personId, post)),
  };
}
