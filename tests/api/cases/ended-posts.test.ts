import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CommitOutcome } from '#contracts/act';
import { commitAct } from '#db/commands/commit-act';
import { Post } from '#db/entities/post';
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
async function confirmed(caseId: string, actor: Actor): Promise<CommitOutcome> {
  const stored = await storedCase(orm.em.fork(), caseId);
  if (!stored) throw new Error(caseId);
  const onBehalfOf = demoId('org', 'youyi');
  const act = { actId: randomUUID(), action: 'confirm', actor, onBehalfOf, fields: {}, facts: {} };
  const event = { ...act, at: at(day, '10:00'), day };
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
