import type { Clock } from '#config/clock';
import type { SessionView } from '#contracts/session';
import { roles } from '#domain/role';
import { Org } from '../entities/org.ts';
import type { EntityManager } from '../orm.ts';
import { sql, uuids } from '../sql.ts';
import { unreadMessages } from './messages.ts';
import type { SignedIn } from './signed-in.ts';

export async function sessionView(em: EntityManager, clock: Clock, signed: SignedIn): Promise<SessionView> {
  const { personId, name, login, mustChangePassword, actor } = signed;
  const orgs = await em.find(Org, { id: { $in: actor.posts.map((post) => post.orgId) } });
  const nameOf = new Map(orgs.map((org) => [org.id, org.name]));
  const absent = await absentOnes(em, clock, signed);
  const posts = actor.posts.map(({ actingFor, ...post }) => ({
    ...post,
    ...(actingFor ? { actingFor: absent.get(actingFor) } : {}),
    orgName: nameOf.get(post.orgId) ?? '',
    roleLabel: roles[post.role],
  }));
  const unread = { messages: await unreadMessages(em, actor) };
  return { personId, name, login, mustChangePassword, posts, unread, today: clock.today() };
}

type AbsentOne = NonNullable<SessionView['posts'][number]['actingFor']>;

/** For whom he stands in today, and until which day. */
async function absentOnes(
  em: EntityManager,
  clock: Clock,
  { personId, actor }: SignedIn,
): Promise<Map<string, AbsentOne>> {
  const ids = actor.posts.flatMap(({ actingFor }) => actingFor ?? []);
  if (ids.length === 0) return new Map();
  const today = clock.today();
  const rows = await em.execute<AbsentOne[]>(sql`
    select p.id, p.name, a.to_day "to" from absence a join person p on p.id = a.person_id
     where a.deputy_id = ${personId}::uuid and p.id = any(${uuids(ids)}) and a.ended_at is null
       and a.from_day <= ${today}::date and a.to_day >= ${today}::date`);
  return new Map(rows.map((row) => [row.id, row]));
}
