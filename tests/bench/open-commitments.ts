import { newId } from '#db/id';
import type { EntityManager, MikroORM } from '#db/orm';
import { keepSubmission } from '#db/commands/keep-submission';
import { writeAct } from '#db/commands/commit-act';
import { liveCases } from '#db/queries/live-cases';
import { ruleBookFor } from '#db/queries/rule-book';
import { actorOf } from '#db/seed/cases/actors';
import type { CaseEvent, CaseState, Effect, OpenTodo } from '#domain/case';
import { shanghaiDay, type Instant } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { isRefusal } from '#domain/permission';
import { decide, openAction } from '#domain/procedure';
import { reconcile } from '#runner/reconcile';
import type { RunnerClient } from '#runner/runner-client';

const kind = 'commitment';
const inOneTransaction = 100;

export interface Opening {
  count: number;
  /** Hospitals that owe them, by turns. */
  owners: readonly string[];
  at: Instant;
  /** When what is owed first falls due, to the second, in place of the end of its day. */
  dueAt?: Instant;
}

/**
 * Commitments as they stand in PostgreSQL when they were opened at that moment: decided and committed by the
 * product, without runners. So thousands of deadlines can fall due a few minutes from now.
 */
export async function openCommitments(orm: MikroORM, opening: Opening): Promise<string[]> {
  const ids = Array.from({ length: opening.count }, () => newId());
  const book = await ruleBookFor(orm.em.fork(), kind, shanghaiDay(opening.at));
  for (let from = 0; from < ids.length; from += inOneTransaction) {
    await orm.em.fork().transactional(async (em) => {
      for (const [turn, caseId] of ids.slice(from, from + inOneTransaction).entries())
        await openOne(em, caseId, from + turn);
    });
  }
  return ids;

  async function openOne(em: EntityManager, caseId: string, turn: number): Promise<void> {
    const owner = opening.owners[turn % opening.owners.length] ?? '';
    const { at, dueAt } = opening;
    const actor = actorOf('inspector1');
    const fields = { owner, ownerRole: 'liaison', helpers: '', limit: 'month', evidence: 0 };
    const form = {
      what: `门诊退费一次办结（${turn + 1}）`,
      measure: '修订退费流程，增设一站式窗口。',
      owner,
    };
    const opens = { actId: newId(), action: openAction, actor, onBehalfOf: actor.posts[0]?.orgId ?? '' };
    const event: CaseEvent = { ...opens, at, day: shanghaiDay(at), fields, facts: {} };
    const decided = decide(kindOf(kind), undefined, event, book);
    if (isRefusal(decided)) throw new Error(decided.reason);
    const { state, effects } = dueAt === undefined ? decided : fallingDue(decided, dueAt);
    await keepSubmission(em, { ...event, actor, caseId, form, personId: actor.personId, at });
    const { status } = await writeAct(em, { caseId, kind, seq: 1, event, state, effects });
    if (status !== 'committed') throw new Error(`${caseId}: ${status}`);
  }
}

function fallingDue({ state, effects }: { state: CaseState; effects: Effect[] }, dueAt: Instant) {
  const due = (todo: OpenTodo): OpenTodo =>
    todo.deadline ? { ...todo, deadline: { ...todo.deadline, dueAt } } : todo;
  const todos = Object.fromEntries(Object.entries(state.todos).map(([key, todo]) => [key, due(todo)]));
  return {
    state: { ...state, todos },
    effects: effects.map((effect) => ('todo' in effect ? { ...effect, todo: due(effect.todo) } : effect)),
  };
}

/** As a worker does it after Temporal has lost its store; seconds. */
export async function startRunners(orm: MikroORM, runner: RunnerClient): Promise<number> {
  const start = performance.now();
  await reconcile(runner, liveCases(orm.em.fork()), { repair: true });
  return (performance.now() - start) / 1000;
}
