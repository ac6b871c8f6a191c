import { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { CaseState, Effect, OpenTodo } from '../case.ts';
import { action, personsOf, type Action, type Outcome, type Who } from '../kind.ts';
import { refuse, type Office, type Refusal } from '../permission.ts';
import { stepKey } from '../settle.ts';
import { hinders } from '../entitled.ts';
import { pendingSigners, renamePlace } from '../signing.ts';
import type { MessageCode } from '../message-codes.ts';
import { aboutReceiver } from './about-receiver.ts';
import * as forms from './forms.ts';
import { fills, isHis, officesOf, withPrincipal } from './working.ts';
import type { Assigned } from './state.ts';

type State = CaseState;
const key = z.string().regex(/^[\w./:-]{1,80}$/);
const fields = z.object({ todo: key, personId: z.uuid() });
const open = (state: State) => Object.entries(state.todos).sort(([one], [other]) => (one < other ? -1 : 1));
const delegated = (state: State) => open(state).filter(([, { assigned }]) => assigned?.sort === 'delegate');
const bureau = (role: 'section-head' | 'leader' | 'chief-leader'): Office => ({ bureau: true, role });
const noTodo = refuse('unknown-todo', '该事项不存在，或已经办结。', 'todo');

/** 转办、委派、改派: who has a piece of work in hand; the office that owes it stays the same. */
export const holders: Record<string, Action<State>> = {
  'hand-over': action({
    label: '转办',
    verb: '转办',
    by: (state: State) => officesOf(open(state)),
    consequences: () => ['对方成为承办人，期限不变；对方须与您担任同一岗位。'],
    form: forms.handOver,
    fields,
    apply: (state: State, { fields: { todo, personId }, facts, who, actor }) =>
      mine(state, todo, who, actor) ??
      assign(state, todo, { sort: 'hand-over', named: named(facts.persons, personId), by: who }),
  }),
  delegate: action({
    label: '委派办理',
    verb: '委派',
    by: (state: State) => officesOf(open(state)),
    consequences: () => ['对方办理后交回给您，由您完成；签署和审批的权力不随委派转移。'],
    form: forms.delegate,
    fields,
    apply: (state: State, { fields: { todo, personId }, facts, who, actor }) =>
      mine(state, todo, who, actor) ??
      assign(state, todo, { sort: 'delegate', named: named(facts.persons, personId), by: who }),
  }),
  'give-back': action({
    label: '交回委派事项',
    verb: '交回',
    by: (state: State) => delegated(state).flatMap(([, { assigned }]) => (assigned ? [assigned.office] : [])),
    unless: (state: State, who) =>
      delegated(state).some(([, { assigned }]) => personsOf(who).includes(assigned?.personId ?? ''))
        ? undefined
        : refuse('not-delegated', '目前没有委派给您的事项。'),
    consequences: () => ['事项连同您的办理情况交回委派人，由其完成。'],
    form: forms.giveBack,
    fields: z.object({ todo: key }),
    apply: (state: State, { fields: { todo: code }, who }) => {
      const todo = state.todos[code];
      const { assigned } = todo ?? {};
      if (!todo || assigned?.sort !== 'delegate' || !personsOf(who).includes(assigned.personId))
        return refuse('not-delegated', '该事项没有委派给您。', 'todo');
      const { assigned: _given, ...rest } = todo;
      const { backTo } = assigned;
      const again = backTo && ({ sort: 'hand-over', personId: backTo, office: todo.office } as const);
      return put(state, code, again ? { ...rest, assigned: again } : rest, 'given-back');
    },
  }),
  reassign: action({
    label: '改派',
    verb: '改派',
    by: (state: State) => [
      ...[bureau('section-head'), bureau('leader'), bureau('chief-leader')],
      ...open(state).flatMap(([, { office }]) =>
        'orgId' in office ? withPrincipal(office).filter(({ role }) => role === 'principal') : [],
      ),
    ],
    consequences: () => ['指定的人成为承办人，期限不变；原承办人不再承办。'],
    form: forms.reassign,
    fields,
    apply: (state: State, { fields: { todo: code, personId }, facts, who }) => {
      const office = state.todos[code]?.office;
      if (!office) return noTodo;
      if ('orgId' in office && office.orgId !== who.orgId)
        return refuse('owner', '医院承办的事项由该医院主要负责人改派；请向医院提出。', 'todo');
      return assign(state, code, { sort: 'reassign', named: named(facts.persons, personId), by: who });
    },
  }),
};

const named = (persons: readonly Actor[] | undefined, personId: string): Actor | undefined =>
  persons?.find((person) => person.personId === personId);

function mine(state: State, code: string, who: Who, actor: Actor | 'system'): Refusal | undefined {
  const todo = state.todos[code];
  if (!todo) return noTodo;
  return actor !== 'system' && isHis(todo, who, actor)
    ? undefined
    : refuse('owner', '该事项不由您承办。', 'todo');
}

/** Puts work into a named person's hands, or a signature into his place. */
export function assign(
  state: State,
  code: string,
  { sort, named: person, by }: { sort: Assigned['sort']; named: Actor | undefined; by: Who },
): Outcome<State> | Refusal {
  const todo = state.todos[code];
  if (!todo) return noTodo;
  if (!person) return refuse('person', '请选择由谁办理。', 'personId');
  if (personsOf(by).includes(person.personId) && sort !== 'reassign')
    return refuse('person', '不能转给本人。', 'personId');
  const sameSide = 'orgId' in todo.office ? todo.office.orgId : undefined;
  const post = person.posts.find(
    ({ orgId, orgKind, actingFor }) =>
      actingFor === undefined &&
      (sameSide === undefined ? orgKind === 'bureau' || orgKind === 'section' : orgId === sameSide),
  );
  if (!post) return refuse('person', '所选人员不在承办单位任职。', 'personId');
  if (sort !== 'delegate' && !fills(person, todo.office))
    return refuse('person', '所选人员没有担任承办该事项的岗位。', 'personId');
  const signing = state.signings?.[stepKey(code)];
  if (signing && sort !== 'delegate') {
    const id = Number(code.split(':')[1] ?? 0);
    const hindered = hinders(signing, pendingSigners(signing), { personId: person.personId });
    if (hindered && hindered.refused !== 'place') return aboutReceiver(hindered);
    const signings = { ...state.signings, [stepKey(code)]: renamePlace(signing, id, person.personId) };
    return { state: { ...state, signings }, effects: [message(todo, person.personId, code, sort)] };
  }
  const office = { orgId: post.orgId, role: post.role };
  const backTo = sort === 'delegate' && by.personId ? { backTo: by.personId } : {};
  const assigned: Assigned = { sort, personId: person.personId, office, ...backTo };
  return put(state, code, { ...todo, assigned }, `assigned-${sort}`, person.personId);
}

const message = (todo: OpenTodo, person: string, todoKey: string, sort: Assigned['sort']): Effect => ({
  type: 'message',
  to: todo.office,
  person,
  code: `assigned-${sort}`,
  todoKey,
});

function put(state: State, key: string, todo: OpenTodo, code: MessageCode, person?: string): Outcome<State> {
  const to: Effect = { type: 'message', to: todo.office, code, todoKey: key, ...(person ? { person } : {}) };
  return {
    state: { ...state, todos: { ...state.todos, [key]: todo } },
    effects: [{ type: 'updateTodo', key, todo }, to],
  };
}
