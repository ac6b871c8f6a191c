import type { CaseState, OpenTodo } from '../case.ts';
import type { Deadline } from '../deadline.ts';
import { postsFor, type Office } from '../permission.ts';
import type { Actor } from '../actor.ts';
import { personsOf, type Who } from '../kind.ts';
import { stepKey } from '../settle.ts';
import { supervisionSteps } from './steps.ts';

/** A piece of work of the procedure itself, neither a signature nor what supervising has brought about. */
export const isWork = ({ signings }: CaseState, key: string, todo: OpenTodo): boolean =>
  !Object.hasOwn(supervisionSteps, todo.step) && signings?.[stepKey(key)] === undefined;

export const workIn = (state: CaseState): [key: string, todo: OpenTodo][] =>
  Object.entries(state.todos).filter(([key, todo]) => isWork(state, key, todo));

/** Work with a clock. */
export const timedWork = (state: CaseState): [key: string, todo: OpenTodo & { deadline: Deadline }][] =>
  workIn(state).flatMap(([key, todo]) =>
    todo.deadline ? [[key, { ...todo, deadline: todo.deadline }] as const] : [],
  ) as [string, OpenTodo & { deadline: Deadline }][];

/** In the order of their keys: PostgreSQL keeps none, and the first office that fits is acted for. */
export const officesOf = (todos: readonly [string, OpenTodo][]): Office[] =>
  [...todos]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, { office }]) => withPrincipal(office));

/** The head of a hospital may always act for it. */
export const withPrincipal = (office: Office): Office[] =>
  'orgId' in office && office.role !== 'principal'
    ? [office, { orgId: office.orgId, role: 'principal' }]
    : [office];

/** Whether the todo is this person's to do: of an office that he holds, and no other named person's. */
export function isHis({ office, holder, assigned }: OpenTodo, who: Who, actor: Actor): boolean {
  const named = assigned?.personId ?? holder;
  if (named !== undefined) return personsOf(who).includes(named);
  return postsFor(actor, withPrincipal(office)).some(({ orgId }) => orgId === who.orgId);
}

export const fills = (person: Actor, office: Office): boolean => postsFor(person, [office]).length > 0;
