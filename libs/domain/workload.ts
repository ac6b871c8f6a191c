import type { Actor } from './actor.ts';
import type { CaseState, RuleBook } from './case.ts';
import { shanghaiDay, type Instant } from './day.ts';
import { mayArrange } from './deputy.ts';
import type { Kind } from './kind.ts';
import { isRefusal, refuse, type Refusal } from './permission.ts';
import { decide } from './procedure.ts';
import { separatedRoles, type Role } from './role.ts';

/** How a workload is shared out: whoever has least so far, or by kind of case, or by the office that owes it. */
export const shareWays = {
  evenly: '平均分给所选的人',
  'by-kind': '按事项类型分',
  'by-role': '按岗位分',
} as const;
export type ShareWay = keyof typeof shareWays;

export interface Receiver {
  personId: string;
  /** Kinds or roles that go to him; without meaning where all is shared evenly. */
  of: readonly string[];
}

type Held = { orgId: string; role: Role };
const own = ({ posts }: Actor): Held[] => posts.filter(({ actingFor }) => actingFor === undefined);

/** Whoever is responsible for all of these offices by a post of his own; permissions are no workload, so no 三员. */
export function mayMoveWorkOf(actor: Actor, offices: readonly Held[]): boolean {
  const posts = own(actor).filter(({ role }) => !separatedRoles.includes(role));
  return offices.length > 0 && offices.every((office) => mayArrange(office, posts));
}

/** His own work anybody may hand over as long as he holds a post at all. */
export const mayHandOver = (actor: Actor, fromId: string, offices: readonly Held[]): boolean =>
  actor.personId === fromId ? own(actor).length > 0 : mayMoveWorkOf(actor, offices);

export interface Move {
  key: string;
  /** Who orders it, and who gets the todo, each with the posts of the moment. */
  by: Actor;
  to: Actor;
  /** His own work is handed over (转办); that of others is reassigned (改派). */
  action: 'hand-over' | 'reassign';
  at: Instant;
}

/** For which organisation the move is made, or why it cannot be: asked of the procedure itself, without doing it. */
export function moveOf<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  { key, by, to, action, at }: Move,
  book: RuleBook,
): { onBehalfOf: string } | Refusal {
  const todo = state.todos[key];
  if (!todo) return refuse('unknown-todo', '该事项已经办结。');
  let refusal: Refusal | undefined;
  for (const onBehalfOf of new Set(by.posts.map(({ orgId }) => orgId))) {
    const fields = { todo: key, personId: to.personId };
    const event = { actId: '', action, actor: by, onBehalfOf, at, day: shanghaiDay(at), fields };
    const made = decide(kind, state, { ...event, facts: { persons: [to] } }, book);
    if (isRefusal(made)) {
      if (refusal === undefined || refusal.refused === 'office') refusal = made;
      continue;
    }
    return { onBehalfOf };
  }
  return refusal ?? refuse('office', '没有可以移交此项的岗位。');
}

interface Shared {
  kind: string;
  role: string;
}

/**
 * Who gets each todo, or why nobody can. Among those who may take it the one with fewest so far; todos come in the
 * order of their due days, so that near ones are spread as well as far ones.
 */
export function share<T extends Shared>(
  todos: readonly T[],
  way: ShareWay,
  receivers: readonly Receiver[],
  refusalOf: (todo: T, personId: string) => Refusal | undefined,
): { todo: T; personId?: string; refusal?: Refusal }[] {
  const count = new Map(receivers.map(({ personId }) => [personId, 0]));
  return todos.map((todo) => {
    const meant = receivers.filter(
      ({ of }) => way === 'evenly' || of.includes(way === 'by-kind' ? todo.kind : todo.role),
    );
    if (meant.length === 0) return { todo, refusal: refuse('nobody', '没有为此类事项选定接办人。') };
    const least = [...meant].sort(
      (one, other) => (count.get(one.personId) ?? 0) - (count.get(other.personId) ?? 0),
    );
    let first: Refusal | undefined;
    for (const { personId } of least) {
      const refusal = refusalOf(todo, personId);
      if (refusal) {
        first ??= refusal;
        continue;
      }
      count.set(personId, (count.get(personId) ?? 0) + 1);
      return { todo, personId };
    }
    return {
      todo,
      ...(least[0] ? { personId: least[0].personId } : {}),
      ...(first ? { refusal: first } : {}),
    };
  });
}
