import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { systemClock } from '#config/clock';
import type { ActMessage } from '#contracts/act';
import { newId } from '#db/id';
import { liveCases } from '#db/queries/live-cases';
import type { Actor } from '#domain/actor';
import { reconcile } from '#runner/reconcile';
import { workflowIdOf } from '#runner/runner-client';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { commitUnheard, gateCommits } from '#tests/harness/lost-commit';
import { halfSignedPair } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import { unsound } from '#tests/harness/soundness';

interface Lost {
  caseId: string;
  act: ActMessage;
}

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let desk: Bureau;
let inspector: Actor;
let liaison: Actor;
/** The act that was lost is sent again; another act comes first; the same two after Temporal lost the case too. */
const lost: Record<'same' | 'other' | 'same-gone' | 'other-gone', Lost> = {} as never;
const today = systemClock.today();

const rows = <T>(sql: string, values: unknown[] = []) => desk.orm.em.fork().execute<T[]>(sql, values);

/** Sends an act as a client does that dies with the worker: once, and nobody listens. */
function sendOnce({ caseId, act }: Lost): void {
  const handle = desk.runner.client.workflow.getHandle(workflowIdOf(caseId));
  handle.executeUpdate('act', { args: [act], updateId: act.actId }).catch(() => undefined);
}

beforeAll(async () => {
  desk = await bureau();
  const worker = await desk.startWorker();
  [inspector, liaison] = [await desk.person('inspector'), await desk.person('liaison', '宣武')];
  const principal = await desk.person('principal', '宣武');
  await gateCommits(desk.orm);
  const message = (action: string, actor: Actor): ActMessage => ({
    actId: newId(),
    action,
    actor,
    fields: {},
    facts: {},
  });
  for (const name of ['same', 'other', 'same-gone', 'other-gone'] as const) {
    const caseId = await halfSignedPair(desk, today);
    const act = await desk.proven({ caseId, kind: 'pairing' }, message('sign-pledge', principal));
    lost[name] = { caseId, act };
  }
  const acts = () => Object.values(lost).forEach(sendOnce);
  await commitUnheard(desk.orm, 4, acts, () => worker.kill());
  for (const name of ['same-gone', 'other-gone'] as const) {
    await desk.runner.client.workflow
      .getHandle(workflowIdOf(lost[name].caseId))
      .terminate('the store was lost');
  }
  await reconcile(desk.runner, liveCases(desk.orm.em.fork()), { repair: true });
  await desk.startWorker();
});
afterAll(() => desk?.stop());

test.each(['same', 'same-gone'] as const)(
  'an act whose commit nobody heard of is answered as it stands when it is sent again (%s)',
  async (name) => {
    const { caseId, act } = lost[name];
    expect(await desk.send({ caseId, kind: 'pairing' }, act)).toMatchObject({ seq: 7, stage: 'pledging' });
    expect(await desk.act(caseId, inspector, 'file-pledge')).toMatchObject({ seq: 8 });
  },
);

test.each(['other', 'other-gone'] as const)(
  'another act after it rests on what was committed and is not refused (%s)',
  async (name) => {
    const { caseId, act } = lost[name];
    expect(await desk.act(caseId, inspector, 'file-pledge')).toMatchObject({ seq: 8, stage: 'needs' });
    expect(await desk.send({ caseId, kind: 'pairing' }, act)).toMatchObject({ seq: 7 });
    expect(await desk.act(caseId, liaison, 'file-needs')).toMatchObject({ seq: 9 });
  },
);

test('nothing was repeated and nothing lost: each paper once, each effect done, each state a replay of its events', async () => {
  for (const { caseId, act } of Object.values(lost)) {
    await until(
      async () =>
        (await rows('select 1 from effect where case_id = ? and done_at is null', [caseId])).length === 0,
    );
    expect(await rows('select 1 from case_event where act_id = ?', [act.actId])).toHaveLength(1);
    expect(
      await rows('select 1 from notice where case_id = ? and rendered_at is not null', [caseId]),
    ).toHaveLength(1);
    expect(await rows('select 1 from effect where case_id = ?', [caseId])).toHaveLength(1);
    expect(await unsound(desk.orm.em.fork(), caseId)).toEqual([]);
  }
});
