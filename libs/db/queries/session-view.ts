import type { Clock } from '#config/clock';
import type { SessionView } from '#contracts/session';
import { roles } from '#domain/role';
import { Org } from '../entities/org.ts';
import type { EntityManager } from '../orm.ts';
import { unreadMessages } from './messages.ts';
import type { SignedIn } from './signed-in.ts';

export async function sessionView(em: EntityManager, clock: Clock, signed: SignedIn): Promise<SessionView> {
  const { personId, name, login, mustChangePassword, actor } = signed;
  const orgs = await em.find(Org, { id: { $in: actor.posts.map((post) => post.orgId) } });
  const nameOf = new Map(orgs.map((org) => [org.id, org.name]));
  const posts = actor.posts.map((post) => ({
    ...post,
    orgName: nameOf.get(post.orgId) ?? '',
    roleLabel: roles[post.role],
  }));
  const unread = { messages: await unreadMessages(em, actor) };
  return { personId, name, login, mustChangePassword, posts, unread, today: clock.today() };
}
