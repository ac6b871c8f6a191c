import { LockMode } from '@mikro-orm/core';
import type { Clock } from '#config/clock';
import type { NewPost } from '#contracts/person';
import { ProblemError, conflict, forbidden, invalid, notFound } from '#contracts/problem';
import { addDays } from '#domain/day';
import type { Day } from '#domain/day';
import { orgKindsFor, separationConflict, separationSentence } from '#domain/post';
import { orgKinds, roles } from '#domain/role';
import { Org } from '../entities/org.ts';
import { Person } from '../entities/person.ts';
import { Post } from '../entities/post.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { actingRoles } from './absence-checks.ts';
import { writeLog } from './write-log.ts';
import type { LogSource } from './write-log.ts';

/** The person's row is locked, so that two grants at once can't join two of the 三员. Nobody grants himself. */
export async function grantPost(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  personId: string,
  given: NewPost,
): Promise<string> {
  if (by.personId === personId || by.actingFor === personId)
    throw forbidden('不能给本人授予职务。', 'own-post');
  const id = newId();
  await em.transactional(async (tx) => {
    const person = await tx.findOne(
      Person,
      { id: personId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    if (!person) throw notFound('没有这个人。');
    if (person.disabledOn) throw conflict('此人已停用。');
    const org = await fittingOrg(tx, given);
    await refuseConflict(tx, personId, given);
    const row = { id, personId, ...given, until: given.until ?? null };
    await tx.insert(Post, { ...row, grantedById: by.personId ?? null, createdAt: clock.now() });
    const detail = `授予职务：${person.name}任${org.name}${roles[given.role]}`;
    await logPost(tx, clock, by, personId, given.orgId, detail);
  });
  return id;
}

async function fittingOrg(em: EntityManager, { orgId, role }: NewPost): Promise<{ name: string }> {
  const org = await em.findOne(Org, { id: orgId });
  if (!org) throw invalid('orgId', '没有这个机构');
  if (org.disabledOn) throw invalid('orgId', '该机构已停用');
  if (!orgKindsFor(role).includes(org.kind)) {
    const right = orgKindsFor(role).map((kind) => orgKinds[kind]);
    throw invalid('role', `${roles[role]}只能设在${right.join('、')}`);
  }
  return org;
}

/** What counts is any overlap in time, not only what holds today; and what he exercises as a deputy too. */
async function refuseConflict(em: EntityManager, personId: string, given: NewPost): Promise<void> {
  const posts = await em.find(Post, { personId }, { refresh: true });
  const overlapping = posts.filter(
    (post) => (!given.until || post.from < given.until) && (!post.until || post.until > given.from),
  );
  if (overlapping.some((post) => post.orgId === given.orgId && post.role === given.role)) {
    throw conflict('此人在该期间已任此职。', 'post-held');
  }
  const to = given.until ? addDays(given.until, -1) : '9999-12-31';
  const acting = await actingRoles(em, personId, { from: given.from, to });
  const held = separationConflict([...overlapping.map((post) => post.role), ...acting], given.role);
  if (!held) return;
  const detail = separationSentence(held, given.role);
  throw new ProblemError(409, 'separated-roles', detail, [{ field: 'role', detail }]);
}

/** `on` is the first day without it: today ends it at once, with the next request of the person. */
export async function endPost(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  on: Day,
): Promise<void> {
  if (on < clock.today()) throw invalid('on', '终止日期不能早于今天');
  await em.transactional(async (tx) => {
    const post = await tx.findOne(Post, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    if (!post) throw notFound('没有这项职务。');
    if (by.personId === post.personId) throw forbidden('不能终止本人的职务。', 'own-post');
    if (post.until && post.until <= on) throw conflict('该职务此前已终止。');
    await tx.nativeUpdate(Post, { id }, { until: on });
    const detail = `终止职务：${roles[post.role]}，自 ${on} 起`;
    await logPost(tx, clock, by, post.personId, post.orgId, detail);
  });
}

async function logPost(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  personId: string,
  orgId: string,
  detail: string,
): Promise<void> {
  const line = { subject: 'person', subjectId: personId, orgId, detail };
  await writeLog(em, clock, by, { kind: 'post-changed', ...line });
}
