import type { Clock } from '#config/clock';
import { keepSubmission } from '#db/commands/keep-submission';
import type { EntityManager } from '#db/orm';
import { actorAt } from '#db/queries/acting';
import { actStanding } from '#db/queries/act-standing';
import { caseForAct } from '#db/queries/case-for-act';
import { kindOf } from '#domain/kinds/index';
import { isRefusal } from '#domain/permission';
import type { Actor } from '#domain/actor';
import { moveOf } from '#domain/workload';
import { booksInForce } from '#db/queries/rule-book';
import { Refused } from '#runner/refused';
import type { RunnerClient } from '#runner/runner-client';
import { sendAct } from '#runner/send-act';

interface Parts {
  em: EntityManager;
  runner: RunnerClient;
  clock: Clock;
}

export interface PersonMove {
  actId: string;
  caseId: string;
  key: string;
  toId: string;
  action: 'hand-over' | 'reassign';
  reason: string;
}

/**
 * Moves one todo in the name of a person who is not there to press: with the posts that he and the receiver hold at this
 * moment, through all the checks of an act that he hands in himself. Answers its place in the case.
 */
export async function movePersonally(
  { em, runner, clock }: Parts,
  by: Actor,
  move: PersonMove,
): Promise<number> {
  const { actId, caseId, key, toId, action, reason } = move;
  const fork = em.fork();
  const found = await caseForAct(fork, by, caseId);
  if (!found) throw new Refused('not-found', '没有找到该事项，或者办理人已无权查看。');
  const standing = (id: string, act: string) => actStanding(em.fork(), id, act);
  const { result } = await standing(caseId, actId);
  if (result) return result.seq;
  const moment = { day: clock.today(), at: clock.now() };
  const to = await actorAt(fork, toId, moment);
  const kind = kindOf(found.kind);
  const asked = { key, by, to, action, at: moment.at };
  const made = moveOf(kind, found.state, asked, (await booksInForce(fork))(found.kind));
  if (isRefusal(made)) throw new Refused(made.refused, made.reason);
  const fields = { todo: key, personId: toId };
  const message = { actId, action, actor: by, ...made, fields, facts: { persons: [to] } };
  const form = kind.actions[action]?.form.parse({ ...fields, reason }) as Record<string, unknown>;
  await keepSubmission(fork, { ...message, caseId, form, personId: by.personId, at: moment.at });
  const { seq } = await sendAct(runner, { caseId, kind: found.kind }, message, { standing });
  return seq;
}
