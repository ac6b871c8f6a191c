import type { Clock } from '#config/clock';
import type { Actor, Post } from '#domain/actor';
import { EntityManager } from '../orm.ts';
import { hashOfToken } from '../session-token.ts';

/** The person behind a session, with the posts that hold today. */
export interface SignedIn {
  sessionId: string;
  accountId: string;
  personId: string;
  name: string;
  login: string;
  mustChangePassword: boolean;
  actor: Actor;
}

interface Row {
  sessionId: string;
  accountId: string;
  personId: string;
  name: string;
  login: string;
  mustChangePassword: boolean;
  posts: Post[];
}

/** One statement: it runs with every request. A post in a disabled organisation gives nothing. */
const statement = `
select s.id "sessionId", a.id "accountId", p.id "personId", p.name, a.login, a.must_change_password "mustChangePassword",
  coalesce((
    select json_agg(json_build_object('orgId', o.id, 'orgKind', o.kind, 'role', t.role) order by t.id)
    from post t join org o on o.id = t.org_id
    where t.person_id = p.id and t.from_day <= ?::date and (t.until_day is null or t.until_day > ?::date)
      and (o.disabled_on is null or o.disabled_on > ?::date)
  ), '[]') posts
from session s join account a on a.id = s.account_id join person p on p.id = a.person_id
where s.token_hash = ? and s.ended_at is null and s.expires_at > ?::timestamptz
  and a.disabled_at is null and (p.disabled_on is null or p.disabled_on > ?::date)`;

export async function signedInByToken(
  em: EntityManager,
  token: string,
  clock: Clock,
): Promise<SignedIn | undefined> {
  const today = clock.today();
  const parameters = [today, today, today, hashOfToken(token), clock.now(), today];
  const [row] = await em.execute<Row[]>(statement, parameters);
  if (!row) return undefined;
  const { posts, ...person } = row;
  return { ...person, actor: { personId: row.personId, posts } };
}
