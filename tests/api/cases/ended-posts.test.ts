import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CommitOutcome } from '#contracts/act';
import { commitAct } from '#db/commands/commit-act';
import { Absence, AbsencePost } from '#db/entities/absence';
import { Post } from '#db/entities/post';
import { newId } from '#db/id';
import { openOrm } from '#db/orm';
import type { MikroORM } from '#db/orm';
import { storedCase } from '#db/queries/stored-case';
import { testClock } from '#config/clock';
import { demoId, loadDemo } from '#db/seed/demo';
import type { Actor } from '#domain/actor';
import { at } from '#domain/day';
import { freshDatabase } from '#tests/harness/databases';
import { demoActor } from '#tests/harness/play-case';
import { playPair } from './sample-pair.ts';

const day = '2026-11-23';
let orm: MikroORM;
beforeAll(async () => {
  orm = await openOrm(await freshDatabase(), { poolSize: 2 });
  await loadDemo(orm.em.fork(), { environment: 'test', clock: testClock('2026-11-23T01:00:00.000Z') });
});
afterAll(() => orm.close(true));

/** What the commit says to a confirmation by this person; the state is of no matter here. */
async function confirmed(caseId: string, actor: Actor, actingFor?: string): Promise<CommitOutcome> {
  const stored = await storedCase(orm.em.fork(), caseId);
  if (!stored) throw new Error(caseId);
  const onBehalfOf = demoId('org', 'youyi');
  const act = { actId: randomUUID(), action: 'confirm', actor, onBehalfOf, fields: {}, facts: {} };
  const event = { ...act, ...(actingFor ? { actingFor } : {}), at: at(day, '10:00'), day };
  const { seq, state } = stored;
  return commitAct(orm.em, { caseId, kind: 'pairing', seq: seq + 1, event, state, effects: [] });
}

test('a post that ended and has no part in the act is not in its way', async () => {
  const actor = demoActor('youyi.liaison');
  const ended = { orgId: demoId('org', 'chaoyang'), orgKind: 'hospital', role: 'clerk' } as const;
  const both = { ...actor, posts: [ended, ...actor.posts] };
  expect(await confirmed(await playPair(orm, 'youyi', 'xuanwu'), both)).toMatchObject({
    status: 'committed',
  });
});

test('one of two posts that entitle may end; when the last has ended, the act is refused', async () => {
  const actor = demoActor('youyi.liaison');
  const principal = { orgId: demoId('org', 'youyi'), orgKind: 'hospital', role: 'principal' } as const;
  const both = { ...actor, posts: [principal, ...actor.posts] };
  const first = await playPair(orm, 'youyi', 'tiantan');
  const second = await playPair(orm, 'youyi', 'ertong');
  expect(await confirmed(first, both)).toMatchObject({ status: 'committed' });
  await orm.em.fork().nativeUpdate(Post, { personId: actor.personId }, { until: day });
  expect(await confirmed(second, both)).toEqual({
    status: 'facts-changed',
    reason: '您的岗位刚刚有变动，请刷新后再办理。',
  });
});

/** The principal of Youyi is away until the 25th, his liaison stands in; the act rests on his post. */
async function standsIn(caseId: string, more: Partial<Actor>, ended?: string): Promise<CommitOutcome> {
  const em = orm.em.fork();
  const [personId, deputyId] = [demoId('person', 'youyi.principal'), demoId('person', 'tiantan.liaison')];
  const absence = { id: newId(), personId, deputyId, from: day, to: '2026-11-25' };
  await em.insert(Absence, {
    ...absence,
    ...{ enteredById: personId, enteredAt: at(day, '08:00'), endedAt: ended ?? null, version: 1 },
  });
  const postId = demoId('post', 'youyi.principal/youyi/principal');
  await em.insert(AbsencePost, { absenceId: absence.id, postId });
  const orgId = demoId('org', 'youyi');
  await em.insert(Post, {
    ...{ id: newId(), personId: deputyId, orgId, role: 'clerk', from: day, createdAt: at(day, '08:00') },
  });
  const acting = { orgId, orgKind: 'hospital', role: 'principal', actingFor: personId } as const;
  const actor = { personId: deputyId, posts: [acting], ...more };
  const outcome = await confirmed(caseId, actor, personId);
  await em.nativeDelete(AbsencePost, { absenceId: absence.id });
  await em.nativeDelete(Absence, { id: absence.id });
  await em.nativeDelete(Post, { personId: deputyId, orgId });
  return outcome;
}

test('an act in an absent person’s post is refused when the absence was ended before it', async () => {
  const caseId = await playPair(orm, 'youyi', 'xuanwu');
  const ended = '您的岗位刚刚有变动，请刷新后再办理。';
  expect(await standsIn(caseId, {}, at(day, '09:59'))).toMatchObject({ reason: ended });
  expect(await standsIn(caseId, {}, at(day, '10:01'))).toMatchObject({ status: 'committed' });
});

test('a relation declared since the act was sent refuses it', async () => {
  const caseId = await playPair(orm, 'youyi', 'xuanwu');
  const declared = '回避申报刚刚有变动，请刷新后再办理。';
  expect(await standsIn(caseId, { conflicts: [] })).toMatchObject({ reason: declared });
  const own = (login: string, org: string) => ({
    personId: demoId('person', login),
    orgId: demoId('org', org),
  });
  const conflicts = [own('tiantan.liaison', 'tiantan'), own('tiantan.liaison', 'youyi')];
  const all = [...conflicts, own('youyi.principal', 'youyi')];
  expect(await standsIn(caseId, { conflicts: all })).toMatchObject({ status: 'committed' });
});
