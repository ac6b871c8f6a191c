import type { CommitInput, CommitOutcome } from '#contracts/act';
import { proofsOf } from '#api/acts/prove-papers';
import { commitAct, writeAct } from '#db/commands/commit-act';
import { keepSubmission } from '#db/commands/keep-submission';
import { jointHash } from '#db/commands/proofs';
import { tryAct } from '#db/commands/try-act';
import { CaseRecord } from '#db/entities/record';
import { newId } from '#db/id';
import type { EntityManager, MikroORM } from '#db/orm';
import { textId, textSort } from '#db/queries/cases/dispatch/text-row';
import { ruleBookFor } from '#db/queries/rule-book';
import { actorOf } from '#db/seed/cases/actors';
import type { CaseState, Effect } from '#domain/case';
import { shanghaiDay, type Instant } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { isRefusal } from '#domain/permission';
import { decide, openAction } from '#domain/procedure';
import type { Renderer } from '#render/renderer';

const kind = 'dispatch';

/** Of one page. */
const text = {
  title: '做好系统切换当日值守工作',
  opening: '现将系统切换当日值守工作的有关事项通知如下：',
  sections: [
    { heading: '值守安排', text: '各医院主要负责人在院带班，信息、财务、门诊部门负责人到岗。' },
    { heading: '情况报告', text: '当日11时、15时、18时各报告一次，遇有紧急情况随时报告。' },
  ],
  contact: '改革发展处 李明远，010-00000000',
  outside: ['各有关医院'],
};

export interface Order {
  orm: MikroORM;
  renderer: Renderer;
  at: Instant;
  receivers: readonly string[];
}

/**
 * A paper for each receiver as it stands in PostgreSQL when the leader has signed: decided and proven by the product,
 * without a runner, which starts as after a loss of Temporal. Returns the signature, which may be committed once more.
 */
export async function orderPapers({ orm, renderer, at, receivers }: Order): Promise<CommitInput> {
  const caseId = newId();
  const { posts, personId } = actorOf('inspector1');
  const record = { id: textId(caseId), version: 1, caseId, sort: textSort, body: text };
  const before = await orm.em.fork().transactional(async (em) => {
    await em.insert(CaseRecord, { ...record, personId, orgId: posts[0]?.orgId ?? null, at });
    const opened = await step(em, { caseId, at, seq: 0 }, 'inspector1', openAction, {
      paper: 'general-notice',
    });
    const facts = { records: [{ id: record.id, version: 1 }], recipients: [] };
    const filed = await step(em, opened, 'inspector1', 'submit', { version: 1 }, facts);
    return step(em, filed, 'head1', 'review', { decision: 'pass' });
  });
  const em = orm.em.fork();
  const message = messageOf('leader1', 'sign', { decision: 'sign' });
  const tried = { caseId, kind, seq: before.seq, state: before.state!, message, form: {}, now: at };
  // Each receiver reads the same, under a number of its own.
  const { hashes } = await proofsOf({ em, renderer, clock: { now: () => at } }, await tryAct(em, tried));
  const [proof = ''] = hashes;
  const papers = [jointHash(receivers.map(() => proof))];
  const signed = { ...message, facts: { papers } };
  await keepSubmission(em, { ...signed, caseId, form: {}, personId: actorOf('leader1').personId, at });
  const { input } = await decided(em, before, signed);
  const each = (effect: Effect): Effect =>
    effect.type === 'issueNotice' ? { ...effect, to: [...receivers], each: true } : effect;
  return { ...input, effects: input.effects.map(each) };
}

export const signOrder = (orm: MikroORM, input: CommitInput): Promise<CommitOutcome> =>
  commitAct(orm.em, input);

interface Standing {
  caseId: string;
  at: Instant;
  seq: number;
  state?: CaseState;
}

const messageOf = (login: string, action: string, fields: object, facts: object = {}) => {
  const actor = actorOf(login);
  return { actId: newId(), action, actor, onBehalfOf: actor.posts[0]?.orgId ?? '', fields, facts };
};

async function decided(
  em: EntityManager,
  { caseId, at, seq, state }: Standing,
  message: ReturnType<typeof messageOf>,
) {
  const day = shanghaiDay(at);
  const event = { ...message, at, day };
  const decision = decide(kindOf(kind), state, event, await ruleBookFor(em, kind, day, state));
  if (isRefusal(decision)) throw new Error(decision.reason);
  const input = { caseId, kind, seq: seq + 1, event, state: decision.state, effects: decision.effects };
  return { input, standing: { caseId, at, seq: seq + 1, state: decision.state } };
}

async function step(
  em: EntityManager,
  standing: Standing,
  login: string,
  action: string,
  fields: object,
  facts: object = {},
): Promise<Standing> {
  const message = messageOf(login, action, fields, facts);
  const next = await decided(em, standing, message);
  const { personId } = message.actor;
  const form = action === openAction ? { title: text.title } : {};
  await keepSubmission(em, { ...message, caseId: standing.caseId, form, personId, at: standing.at });
  const { status } = await writeAct(em, next.input);
  if (status !== 'committed') throw new Error(`${action}: ${status}`);
  return next.standing;
}
