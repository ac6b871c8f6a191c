import { z } from 'zod';
import type { CaseState, Effect } from '../case.ts';
import { action, type Action, type Outcome } from '../kind.ts';
import { inOfficeHours } from '../ladder.ts';
import { refuse, type Office, type Refusal } from '../permission.ts';
import type { MessageCode } from '../message-codes.ts';
import * as forms from './forms.ts';
import { decides } from './escalating.ts';
import { assign } from './holders.ts';
import { badInterviewDay } from './interview-form.ts';
import { draftOf, inHouse, issuePaper } from './papers.ts';
import type { Escalation } from './state.ts';
import { toHolder } from './to-holder.ts';
import { workIn } from './working.ts';

type State = CaseState;
const deciding = (): Office[] =>
  (['section-head', 'leader', 'chief-leader'] as const).map((role) => ({ bureau: true, role }));
const todoKey = z.string().regex(/^[\w./:-]{1,80}$/);

/** The same rules as the ladder's: in office hours of a working day, and a holder once a day. */
export const urging: Record<string, Action<State>> = {
  urge: action({
    label: '催办',
    verb: '催办',
    by: () => [{ bureau: true, role: 'inspector' }, ...deciding()],
    unless: (state: State) =>
      workIn(state).length === 0 ? refuse('nothing-owed', '目前没有待办事项可以催办。') : undefined,
    consequences: () => ['立即提醒承办人；同一承办人每天最多催办一次，节假日和下班时间不催办。'],
    form: forms.urge,
    fields: z.object({ todos: z.array(todoKey).min(1) }),
    apply: (state: State, { fields, facts, at, day }, { calendar, hours }) => {
      if (inOfficeHours(at, calendar, [], hours) !== at)
        return refuse('hours', '现在是节假日或下班时间，请在工作时间催办。');
      const urged = facts.urgedToday ?? [];
      const effects: Effect[] = [];
      const todos = { ...state.todos };
      for (const key of new Set(fields.todos)) {
        const todo = todos[key];
        if (!todo) return refuse('unknown-todo', '所选事项已经办结，请刷新后再催办。', 'todos');
        if (todo.deadline?.suspensions.some(({ to }) => to === undefined))
          return refuse('suspended', '所选事项已中止计算期限，不能催办。', 'todos');
        if (todo.urgedOn === day || urged.includes(key))
          return refuse('urged', '该承办人今天已被催办过，同一承办人每天最多催办一次。', 'todos');
        const next = { ...todo, urgedOn: day };
        todos[key] = next;
        effects.push({ type: 'updateTodo', key, todo: next });
        effects.push({ type: 'message', ...toHolder(todo), code: 'urge', todoKey: key });
      }
      return { state: { ...state, todos }, effects };
    },
  }),
  'decide-escalation': action({
    label: '处理督办升级',
    verb: '作出处理',
    by: deciding,
    unless: (state: State) =>
      Object.keys(state.escalations ?? {}).length === 0
        ? refuse('no-escalation', '目前没有升级到您的事项。')
        : undefined,
    consequences: () => ['印发文书的，文书取得文号并送承办单位；批示、改派的，承办人立即收到。'],
    paper: draftOf,
    paperBy: forms.escalationDraft,
    form: forms.decideEscalation,
    fields: z.object({
      escalation: z.string().regex(/^\d{1,6}$/),
      decision: z.enum(['issue', 'instruct', 'take-over', 'reassign']),
      paper: z.enum(['urge', 'supervise', 'interview', 'circular']).optional(),
      interviewOn: forms.escalationDraft.shape.interviewOn,
      personId: z.uuid().optional(),
    }),
    apply: (state: State, { fields, who, facts, actor, day }, { calendar }) => {
      const id = fields.escalation;
      const escalation = state.escalations?.[id];
      const todo = escalation && state.todos[escalation.todo];
      if (!escalation || !todo) return refuse('no-escalation', '该升级事项不存在，或已处理。', 'escalation');
      if (actor === 'system' || !decides(actor, who, escalation))
        return escalation.takenBy === undefined
          ? refuse('office', '该事项已升级至上一级领导处理。', 'escalation')
          : refuse('taken', '该事项由另一位领导亲自督办。', 'escalation');
      const done = without(state, id);
      const { todo: key } = escalation;
      switch (fields.decision) {
        case 'issue': {
          const issued = issuePaper(done, key, fields.paper ?? 'urge', escalation.rung);
          if (issued.effects.length === 0) return inHouse;
          const bad = fields.paper === 'interview' && badInterviewDay(fields.interviewOn, day, calendar);
          if (bad) return bad;
          return {
            state: issued.state,
            effects: [...issued.effects, told(todo.office, 'paper-sent', key)],
          };
        }
        case 'instruct':
          return { state: done, effects: [told(todo.office, 'instructed', key)] };
        case 'reassign': {
          const named = facts.persons?.find(({ personId }) => personId === fields.personId);
          return assign(done, key, { sort: 'reassign', named, by: who });
        }
        case 'take-over':
          return takeOver(done, id, escalation, who.personId ?? '', who.orgId ?? '');
      }
    },
  }),
};

const told = (to: Office, code: MessageCode, todoKey: string): Effect => ({
  type: 'message',
  to,
  code,
  todoKey,
});

function without(state: State, id: string): State {
  const { [id]: _decided, ...escalations } = state.escalations ?? {};
  return { ...state, escalations };
}

/** Work of the bureau becomes his own; what a hospital owes stays its own, and he keeps it before him until it is done. */
function takeOver(
  state: State,
  id: string,
  escalation: Escalation,
  personId: string,
  orgId: string,
): Outcome<State> | Refusal {
  const { todo: key, role } = escalation;
  const todo = state.todos[key];
  if (!todo) return refuse('no-escalation', '该升级事项不存在，或已处理。', 'escalation');
  const message = told(todo.office, 'taken-over', key);
  if ('orgId' in todo.office) {
    const kept = { ...escalation, takenBy: personId };
    return { state: { ...state, escalations: { ...state.escalations, [id]: kept } }, effects: [message] };
  }
  const next = { ...todo, assigned: { sort: 'take-over' as const, personId, office: { orgId, role } } };
  return {
    state: { ...state, todos: { ...state.todos, [key]: next } },
    effects: [{ type: 'updateTodo', key, todo: next }, message],
  };
}
