import { z } from 'zod';
import type { CaseState, RuleBook } from '../case.ts';
import { isWorkingDay, workingDaysBetween } from '../calendar.ts';
import { action, type ActEvent, type Action, type Outcome } from '../kind.ts';
import { longDay, type Day } from '../day.ts';
import { isSuspended } from '../deadline.ts';
import { refuse, type Office, type Refusal } from '../permission.ts';
import { rulesOn } from '../rule.ts';
import type { MessageCode } from '../message-codes.ts';
import { extended, resumed, stopped } from './clock-changes.ts';
import * as forms from './forms.ts';
import { extensionRule, groundsFor, routeAbove, routeOfExtension } from './rules.ts';
import type { Request } from './state.ts';
import { officesOf, timedWork } from './working.ts';

type State = CaseState;
const bureau = (role: 'inspector' | 'section-head' | 'leader' | 'chief-leader'): Office => ({
  bureau: true,
  role,
});
const holdersAnd = (state: State): Office[] => [
  ...officesOf(timedWork(state)),
  bureau('inspector'),
  bureau('section-head'),
];
const key = z.string().regex(/^[\w./:-]{1,80}$/);
const number = z.string().regex(/^\d{1,6}$/);
const noTimed = refuse('no-clock', '目前没有正在计算期限的事项。');
/** A hospital stops and starts its own clocks only; the bureau all of them. */
const own = (state: State, code: string, { who, actor }: Pick<ActEvent<unknown>, 'who' | 'actor'>) => {
  const todo = state.todos[code];
  const ofHospital =
    actor !== 'system' &&
    actor.posts.some(({ orgId, orgKind }) => orgId === who.orgId && orgKind === 'hospital');
  const foreign = todo && ofHospital && !('orgId' in todo.office && todo.office.orgId === who.orgId);
  return foreign ? refuse('owner', '该事项不由您单位承担。', 'todo') : undefined;
};

const asked = (state: State, request: Request, effects: Outcome<State>['effects'] = []): Outcome<State> => {
  const id = (state.lastRequest ?? 0) + 1;
  return { state: { ...state, lastRequest: id, requests: { ...state.requests, [id]: request } }, effects };
};
const without = (state: State, id: string): State => {
  const { [id]: _decided, ...requests } = state.requests ?? {};
  return { ...state, requests };
};

/** Why this limit cannot be extended to that day, or by how many working days it is. */
function extensionOf(
  state: State,
  code: string,
  { until, today, book }: { until: Day; today: Day; book: RuleBook },
): { count: number; nth: number; route: string } | Refusal {
  const found = timedWork(state).find(([one]) => one === code);
  if (!found) return refuse('unknown-todo', '该事项不存在，或没有期限。', 'todo');
  const [, { deadline, office }] = found;
  const row = extensionRule(book.extensions, deadline, today);
  if (!row) return refuse('fixed', '该期限为法定期限，没有可以延长的规定。', 'todo');
  if (deadline.fixedWeekday || deadline.unit === 'H' || deadline.count < 0)
    return refuse('fixed', '每周固定日、以小时计和倒算的期限不能延长。', 'todo');
  const pending = Object.values(state.requests ?? {});
  if (pending.some((request) => request.sort === 'extension' && request.todo === code))
    return refuse('asked', '该事项已有待审批的延期申请。', 'todo');
  const nth = deadline.extendedBy.length + 1;
  if (nth > row.times) return refuse('times', `该事项已延期${row.times}次，不能再申请延期。`, 'todo');
  if (isSuspended(deadline, today)) return refuse('suspended', '该事项已中止计算期限，不需要延期。', 'todo');
  if (workingDaysBetween(book.calendar, today, deadline.due) < row.aheadWorkingDays)
    return refuse(
      'late',
      `延期须在到期日前至少${row.aheadWorkingDays}个工作日申请，该事项${longDay(deadline.due)}到期。`,
      'todo',
    );
  if (until <= deadline.due)
    return refuse('until', `延期后的日期应晚于现期限${longDay(deadline.due)}。`, 'until');
  if (!isWorkingDay(book.calendar, until)) return refuse('until', '延期后的日期应为工作日。', 'until');
  const count = workingDaysBetween(book.calendar, deadline.due, until);
  if (count > row.mostWorkingDays)
    return refuse('until', `一次最多延长${row.mostWorkingDays}个工作日，您选择的日期超出。`, 'until');
  return { count, nth, route: routeOfExtension(office.role, nth, row) };
}

/** Extension, suspension and resumption of limits (process-law.md §1, §4): for every kind alike. */
export const clocks: Record<string, Action<State>> = {
  'request-extension': action({
    label: '申请延期',
    verb: '提交申请',
    by: (state: State) => officesOf(timedWork(state)),
    unless: (state: State) => (timedWork(state).length === 0 ? noTimed : undefined),
    consequences: () => ['由上一级审批；批准前原期限不变，原定到期日始终保留备查。'],
    form: forms.requestExtension,
    fields: z.object({ todo: key, until: forms.requestExtension.shape.until }),
    apply: (state: State, { fields: { todo, until }, who, actor, day }, book) => {
      const foreign = own(state, todo, { who, actor });
      if (foreign) return foreign;
      const found = extensionOf(state, todo, { until, today: day, book });
      if ('refused' in found) return found;
      return asked(state, { sort: 'extension', on: day, todo, until, ...found });
    },
  }),
  'decide-extension': action({
    label: '审批延期申请',
    verb: '作出审批',
    by: () => [bureau('section-head'), bureau('leader'), bureau('chief-leader')],
    route: (state: State, round: string) => state.requests?.[round]?.route ?? 'by-section-head',
    round: ({ request }) => request,
    approves: ({ decision }) => decision === 'approve',
    consequences: () => ['同意的，按新的日期重新计算期限和提醒；原定到期日保留。'],
    form: forms.decideRequest,
    fields: z.object({ request: number, decision: z.enum(['approve', 'refuse']) }),
    apply: (state: State, { fields, at }, book) => {
      const request = state.requests?.[fields.request];
      if (request?.sort !== 'extension') return refuse('no-request', '该申请不存在，或已处理。', 'request');
      const rest = without(state, fields.request);
      return fields.decision === 'approve'
        ? extended(rest, request, at, book)
        : told(rest, request.todo, 'extension-refused');
    },
  }),
  'request-suspension': action({
    label: '中止计算期限',
    verb: '提交',
    by: holdersAnd,
    unless: (state: State) => (timedWork(state).length === 0 ? noTimed : undefined),
    consequences: () => ['按规定须经批准的，批准后从当天起不计入期限，直至恢复；中止期间不催办。'],
    form: forms.requestSuspension,
    fields: z.object({ todos: z.array(key).min(1), ground: key }),
    apply: (state: State, { fields, who, actor, day, at }, book) => {
      for (const todo of fields.todos) {
        const refusal =
          own(state, todo, { who, actor }) ?? suspendable(state, todo, fields.ground, day, book);
        if (refusal) return refusal;
      }
      const ground = rulesOn(book.grounds, day).find(({ code }) => code === fields.ground);
      const first = state.todos[fields.todos[0] ?? ''];
      const by = { personId: who.actingFor ?? who.personId, orgId: who.orgId };
      const change = { todos: fields.todos, ground: fields.ground, by };
      if (!ground?.approvedBy) return stopped(state, change, at, book);
      const route =
        ground.approvedBy === 'leader' ? 'by-leader' : routeAbove(first?.office.role ?? 'liaison');
      return asked(state, { sort: 'suspension', on: day, ...change, route });
    },
  }),
  'decide-suspension': action({
    label: '审批中止申请',
    verb: '作出审批',
    by: () => [bureau('section-head'), bureau('leader'), bureau('chief-leader')],
    route: (state: State, round: string) => state.requests?.[round]?.route ?? 'by-section-head',
    round: ({ request }) => request,
    approves: ({ decision }) => decision === 'approve',
    consequences: () => ['同意的，从今天起停止计算期限，原因消除后恢复。'],
    form: forms.decideRequest,
    fields: z.object({ request: number, decision: z.enum(['approve', 'refuse']) }),
    apply: (state: State, { fields, at }, book) => {
      const request = state.requests?.[fields.request];
      if (request?.sort !== 'suspension') return refuse('no-request', '该申请不存在，或已处理。', 'request');
      const rest = without(state, fields.request);
      return fields.decision === 'approve'
        ? stopped(rest, request, at, book)
        : told(rest, request.todos[0] ?? '', 'suspension-refused');
    },
  }),
  resume: action({
    label: '恢复计算期限',
    verb: '恢复',
    by: holdersAnd,
    unless: (state: State) =>
      timedWork(state).some(([, { deadline }]) => deadline.suspensions.some(({ to }) => to === undefined))
        ? undefined
        : refuse('not-suspended', '目前没有中止计算期限的事项。'),
    consequences: () => ['今天仍不计入，自次日起继续计算，到期日相应顺延。'],
    form: forms.resume,
    fields: z.object({ todos: z.array(key).min(1) }),
    apply: (state: State, { fields, who, actor, at }, book) => {
      for (const todo of fields.todos) {
        const open = state.todos[todo]?.deadline?.suspensions.some(({ to }) => to === undefined);
        const refusal =
          own(state, todo, { who, actor }) ??
          (open ? undefined : refuse('todos', '所选事项没有中止。', 'todos'));
        if (refusal) return refusal;
      }
      return resumed(state, fields.todos, at, book);
    },
  }),
};

function suspendable(
  state: State,
  code: string,
  ground: string,
  today: Day,
  book: RuleBook,
): Refusal | undefined {
  const found = timedWork(state).find(([one]) => one === code);
  if (!found) return refuse('unknown-todo', '所选事项不存在，或没有期限。', 'todos');
  const [, { deadline }] = found;
  if (deadline.suspensions.some(({ to }) => to === undefined))
    return refuse('suspended', `“${deadline.label}”已中止计算期限。`, 'todos');
  return groundsFor(book.grounds, deadline, today).some((row) => row.code === ground)
    ? undefined
    : refuse('ground', `“${deadline.label}”的期限不能以此事由中止。`, 'ground');
}

/** Only what is still open can be told about. */
function told(state: State, todo: string, code: MessageCode): Outcome<State> {
  const to = state.todos[todo]?.office;
  return { state, effects: to ? [{ type: 'message', to, code, todoKey: todo }] : [] };
}
