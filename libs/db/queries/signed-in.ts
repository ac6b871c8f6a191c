import type { Clock } from '#config/clock';
import type { Actor } from '#domain/actor';
import type { EntityManager } from '../orm.ts';
import { hashOfToken } from '../session-token.ts';
import { sql } from '../sql.ts';
import { actorColumns } from './acting.ts';
import type { ActorColumns } from './acting.ts';

/** The person behind a session, with the posts that hold today. */
export interface SignedIn {
  sessionId: string;
  accountId: string;
  personId: string;
  name: string;
  login: string;
  mustChangePassword: boolean;
  actor: Actor;
  /** The absent person whose post alone permits this request. */
  actingFor?: string;
}

interface Row extends Omit<SignedIn, 'actor' | 'actingFor'>, ActorColumns {}

/** One statement: it runs with every request. */
export async function signedInByToken(
  em: EntityManager,
  token: string,
  clock: Clock,
): Promise<SignedIn | undefined> {
  const moment = { day: clock.today(), at: clock.now() };
  const [row] = await em.execute<Row[]>(sql`
    select s.id "sessionId", a.id "accountId", p.id "personId", p.name, a.login,
      a.must_change_password "mustChangePassword", ${actorColumns(sql`p.id`, moment)}
    from session s join account a on a.id = s.account_id join person p on p.id = a.person_id
    where s.token_hash = ${hashOfToken(token)} and s.ended_at is null and s.expires_at > ${moment.at}::timestamptz
      and a.disabled_at is null and (p.disabled_on is null or p.disabled_on > ${moment.day}::date)`);
  if (!row) return undefined;
  const { posts, conflicts, ...person } = row;
  return { ...person, actor: { personId: row.personId, posts, conflicts } };
}
