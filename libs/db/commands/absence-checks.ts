import type { NewAbsence } from '#contracts/absence';
import { invalid, ProblemError } from '#contracts/problem';
import { absenceRefusal, overlap } from '#domain/absence';
import type { NamedAbsence, Period } from '#domain/absence';
import { addDays } from '#domain/day';
import type { Day } from '#domain/day';
import { mayDeputise } from '#domain/deputy';
import { separationConflict, separationSentence } from '#domain/post';
import { isRefusal } from '#domain/permission';
import { roles } from '#domain/role';
import type { Role } from '#domain/role';
import type { EntityManager } from '../orm.ts';
import { ownPosts } from '../queries/absences.ts';
import type { OwnPost } from '../queries/absences.ts';
import { sql } from '../sql.ts';

const refused = (code: string, detail: string, field = 'deputyId') =>
  new ProblemError(409, code, detail, [{ field, detail }]);

interface Given extends Omit<NewAbsence, 'note'> {
  /** The absence that is changed: it does not stand beside itself. */
  replaces?: { id: string; begun: boolean };
}

/** All that keeps an absence of these posts from being entered or changed, whoever does it. */
export async function checkedAbsence(
  tx: EntityManager,
  today: Day,
  person: { id: string; name: string },
  given: Given,
  posts: readonly OwnPost[],
): Promise<NamedAbsence> {
  const { from, to, deputyId, replaces } = given;
  const deputy = await deputyOf(tx, deputyId);
  const planned = { personId: person.id, person: person.name, deputyId, deputy, from, to };
  const standing = (await standingAbsences(tx, today)).filter(({ id }) => id !== replaces?.id);
  const refusal = absenceRefusal(planned, standing, replaces?.begun ? from : today);
  if (isRefusal(refusal)) throw refused(refusal.refused, refusal.reason, refusal.field);
  await checkDeputy(tx, today, { ...planned, replaces: replaces?.id }, posts);
  return planned;
}

/** His row stays held, so that no post is granted to him meanwhile that excludes what he is about to exercise. */
async function deputyOf(tx: EntityManager, id: string): Promise<string> {
  const [row] = await tx.execute<{ name: string; usable: boolean }[]>(sql`
    select p.name, p.disabled_on is null and exists (
             select 1 from account a where a.person_id = p.id and a.disabled_at is null) usable
      from person p where p.id = ${id}::uuid for update of p`);
  if (!row) throw invalid('deputyId', '没有这个人，请重新选择代理人。');
  if (!row.usable) throw refused('no-account', `${row.name}没有可用的账号，不能代理；请另选一人。`);
  return row.name;
}

const standingAbsences = (tx: EntityManager, today: Day): Promise<(NamedAbsence & { id: string })[]> =>
  tx.execute<(NamedAbsence & { id: string })[]>(sql`
    select a.id, a.person_id "personId", p.name person, a.deputy_id "deputyId", d.name deputy,
           a.from_day "from", a.to_day "to"
      from absence a join person p on p.id = a.person_id join person d on d.id = a.deputy_id
     where a.ended_at is null and a.to_day >= ${today}::date order by a.from_day`);

/** Only posts of his own: what somebody else gave him does not stand among them. */
export async function givenPosts(
  tx: EntityManager,
  today: Day,
  { id, name }: { id: string; name: string },
  { postIds, from }: Pick<NewAbsence, 'postIds' | 'from'>,
): Promise<OwnPost[]> {
  const own = await ownPosts(tx, id, today);
  const given = own.filter((post) => postIds.includes(post.id) && holdsAll(post, { from, to: from }));
  if (given.length === new Set(postIds).size) return given;
  throw invalid('postIds', `只能交出${name}本人在${from}担任的职务，请重新选择。`);
}

const holdsAll = ({ from, until }: OwnPost, period: Period): boolean =>
  from <= period.from && (until === null || until > period.to);

type Planned = NamedAbsence & { replaces: string | undefined };

async function checkDeputy(
  tx: EntityManager,
  today: Day,
  planned: Planned,
  given: readonly OwnPost[],
): Promise<void> {
  const { deputy, deputyId } = planned;
  const own = await ownPosts(tx, deputyId, today);
  const lasting = own.filter((post) => holdsAll(post, planned));
  for (const post of given) {
    if (!mayDeputise(post, lasting)) {
      const what = `${post.orgName}${roles[post.role]}`;
      throw refused(
        'unfit',
        `${deputy}不能代行${what}：代理人应与其同属一个单位，职级相同或只低一级。请另选一人。`,
      );
    }
    const held = separationConflict(await heldRoles(tx, planned, own), post.role);
    if (held) throw refused('separated-roles', `${deputy}${separationSentence(held, post.role)}`);
  }
}

/** 三员分立 counts what he holds at any time of it, his own and other people's. */
async function heldRoles(tx: EntityManager, planned: Planned, own: readonly OwnPost[]): Promise<Role[]> {
  const meanwhile = own.filter(({ from, until }) =>
    overlap({ from, to: until ? addDays(until, -1) : '9999-12-31' }, planned),
  );
  const acting = await actingRoles(tx, planned.deputyId, planned, planned.replaces);
  return [...meanwhile.map(({ role }) => role), ...acting];
}

/** Roles that he exercises for absent people on some day of the period. */
export async function actingRoles(
  tx: Pick<EntityManager, 'execute'>,
  deputyId: string,
  { from, to }: Period,
  except?: string,
): Promise<Role[]> {
  const rows = await tx.execute<{ role: Role }[]>(sql`
    select distinct t.role from absence a join absence_post g on g.absence_id = a.id
      join post t on t.id = g.post_id
     where a.deputy_id = ${deputyId}::uuid and a.ended_at is null
       and a.id is distinct from ${except ?? null}::uuid
       and a.from_day <= ${to}::date and a.to_day >= ${from}::date`);
  return rows.map(({ role }) => role);
}
