import type { Clock } from '#config/clock';
import { invalid } from '#contracts/problem';
import type { WorkloadPlan, WorkloadPreview } from '#contracts/workload';
import type { Actor } from '#domain/actor';
import { kindOf } from '#domain/kinds/index';
import { isRefusal } from '#domain/permission';
import { moveOf, share } from '#domain/workload';
import type { EntityManager } from '../../orm.ts';
import { actorAt } from '../acting.ts';
import { booksInForce } from '../rule-book.ts';
import type { SignedIn } from '../signed-in.ts';
import { workloadTodos } from './todos.ts';
import { colleaguesOf, workloadOf } from './workload.ts';
import type { WorkloadOf } from './workload.ts';

export interface Planned extends WorkloadOf, WorkloadPreview {}

/** Who would get what, each move asked of its case as it stands; nothing is done. */
export async function plannedHandover(
  em: EntityManager,
  clock: Clock,
  by: Pick<SignedIn, 'personId' | 'actor'>,
  personId: string,
  { way, to }: WorkloadPlan,
): Promise<Planned> {
  const { person, posts } = await workloadOf(em, clock, by, personId);
  const moment = { day: clock.today(), at: clock.now() };
  const names = new Map(
    (await colleaguesOf(em, personId, posts, moment.day)).map(({ id, name }) => [id, name]),
  );
  const actors = new Map<string, Actor>();
  for (const { personId: id } of to) {
    if (!names.has(id)) throw invalid('to', '所选接办人不在同一单位，或者没有可用的账号，请另选。');
    actors.set(id, await actorAt(em, id, moment));
  }
  const receivers = [...actors.keys()];
  const { held } = await workloadTodos(em, moment.day, { personId, posts, receivers });
  const books = await booksInForce(em);
  const action = by.personId === personId ? 'hand-over' : 'reassign';
  const shared = share(held, way, to, ({ line, kind, state }, id) => {
    const receiver = actors.get(id);
    if (!receiver) return undefined;
    const move = { key: line.key, by: by.actor, to: receiver, action, at: moment.at } as const;
    const made = moveOf(kindOf(kind), state, move, books(kind));
    return isRefusal(made) ? made : undefined;
  });
  const named = (id: string) => ({ id, name: names.get(id) ?? '' });
  return {
    ...{ person, posts },
    items: shared.map(({ todo, personId: id, refusal }) => ({
      ...todo.line,
      to: id === undefined ? null : named(id),
      why: refusal?.reason ?? null,
    })),
    shares: receivers.map((id) => ({
      ...named(id),
      count: shared.filter((one) => one.personId === id && !one.refusal).length,
    })),
  };
}
