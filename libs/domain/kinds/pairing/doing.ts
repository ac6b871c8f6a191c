import { z } from 'zod';
import { action, type Action } from '../../kind.ts';
import { refuse } from '../../permission.ts';
import * as forms from './forms.ts';
import { hospital, sideOf, type PairingState, type PlanItem, type Problem } from './state.ts';

type State = PairingState;
const changeItem = (state: State, id: string, change: Partial<PlanItem>): State => ({
  ...state,
  plan: {
    ...state.plan,
    items: state.plan.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
  },
});
const changeProblem = (state: State, id: string, change: Partial<Problem>): State => ({
  ...state,
  problems: state.problems.map((problem) => (problem.id === id ? { ...problem, ...change } : problem)),
});
// Bounded: what decides reaches Temporal, where no free text may stand.
const itemId = z.string({ error: '请选择计划事项。' }).regex(/^\d{1,4}$/, '请选择计划事项。');
const problemId = z.string({ error: '请选择问题。' }).regex(/^\d{1,4}$/, '请选择问题。');
const noItem = refuse('unknown-item', '没有找到该计划事项。', 'itemId');
const isDone = ({ status }: PlanItem): boolean => status === 'done' || status === 'dropped';

/** Carrying out the plan: items, weekly reports (source 000 三, 四; weekly report process-law.md §6 [P]). */
export const items: Record<string, Action<State>> = {
  'report-item': action({
    label: '报告计划事项进展',
    verb: '报告进展',
    stages: ['doing'],
    by: (state: State) => hospital(state, 'assisted', 'pilot'),
    unless: (state, { orgId }) =>
      state.plan.items.some((item) => !isDone(item) && item.side === sideOf(state, orgId))
        ? undefined
        : refuse('no-open-item', '目前没有由本院承担、尚未办结的计划事项。'),
    form: forms.reportItem,
    fields: z.object({ itemId, status: z.enum(['doing', 'done', 'dropped']) }),
    apply: (state, event) => {
      const item = state.plan.items.find((one) => one.id === event.fields.itemId);
      if (!item) return noItem;
      if (item.side !== sideOf(state, event.who.orgId))
        return refuse('owner', '该事项由对方医院承担。', 'itemId');
      if (isDone(item)) return refuse('item-done', '该事项已经办结。', 'itemId');
      return { state: changeItem(state, item.id, { status: event.fields.status }), effects: [] };
    },
  }),
  'return-item': action({
    label: '退回计划事项',
    verb: '退回重办',
    stages: ['doing'],
    by: () => [
      { bureau: true, role: 'inspector' },
      { bureau: true, role: 'section-head' },
    ],
    unless: (state) =>
      state.plan.items.some(isDone)
        ? undefined
        : refuse('no-done-item', '目前没有已报告完成或不再需要的计划事项。'),
    consequences: () => ['该事项恢复为未完成，按新的时限重新计时。'],
    form: forms.returnItem,
    fields: z.object({ itemId, due: forms.returnItem.shape.due }),
    apply: (state: State, event) => {
      const item = state.plan.items.find((one) => one.id === event.fields.itemId);
      if (!item) return noItem;
      if (!isDone(item)) return refuse('item-open', '该事项尚未报告完成。', 'itemId');
      if (event.fields.due < event.day) return refuse('due', '新的时限不能早于今天。', 'due');
      return {
        state: changeItem(state, item.id, { status: 'todo', round: item.round + 1, due: event.fields.due }),
        effects: [],
      };
    },
  }),
  'weekly-report': action({
    label: '报送周报',
    verb: '报送周报',
    stages: ['doing'],
    by: (state: State) => hospital(state, 'assisted'),
    unless: (state) => (state.weeks.length === 0 ? refuse('no-week', '目前没有应报未报的周报。') : undefined),
    form: forms.weeklyReport,
    fields: forms.weeklyReport.pick({ week: true }),
    apply: (state, event) => {
      const { week } = event.fields;
      if (!state.weeks.includes(week)) return refuse('week', '该周没有应报的周报，或已经报送。', 'week');
      return {
        state: { ...state, weeks: state.weeks.filter((owed) => owed !== week), missedInARow: 0 },
        effects: [],
      };
    },
  }),
};

/** Problems climb from the pair to the bureau's office to the leader (process-law.md §6 [P]). */
export const problems: Record<string, Action<State>> = {
  'raise-problem': action({
    label: '提出问题',
    verb: '提出问题',
    stages: ['doing'],
    by: (state: State) => hospital(state, 'assisted', 'pilot'),
    consequences: () => [
      '先由试点医院在{pairing.problem-pair}内答复；逾期或未解决的，升级至主管处室，再至分管领导。',
    ],
    form: forms.raiseProblem,
    fields: forms.raiseProblem.pick({ area: true }),
    apply: (state, event) => {
      if (state.problems.length >= 200) return refuse('problems', '一个结对最多登记200个问题。');
      const id = String(state.problems.length + 1);
      const problem: Problem = {
        id,
        area: event.fields.area,
        level: 'pair',
        raisedOn: event.day,
        status: 'open',
        round: 1,
      };
      return { state: { ...state, problems: [...state.problems, problem] }, effects: [] };
    },
  }),
  'answer-problem': answer('pair', '答复问题', (state) => hospital(state, 'pilot')),
  'answer-problem-office': answer('office', '处室协调问题', () => [
    { bureau: true, role: 'inspector' },
    { bureau: true, role: 'section-head' },
  ]),
  'answer-problem-leader': answer('leader', '领导协调问题', () => [{ bureau: true, role: 'leader' }]),
  'close-problem': action({
    label: '确认问题是否解决',
    verb: '确认',
    stages: ['doing'],
    by: (state: State) => hospital(state, 'assisted'),
    unless: (state) =>
      state.problems.some((problem) => problem.status === 'answered')
        ? undefined
        : refuse('no-answer', '目前没有已答复待确认的问题。'),
    consequences: () => ['未解决的，升级至上一级协调；已到分管领导的，由分管领导再次协调。'],
    form: forms.closeProblem,
    fields: z.object({ problemId, solved: z.enum(['yes', 'no']) }),
    apply: (state, event) => {
      const problem = state.problems.find(
        (one) => one.id === event.fields.problemId && one.status === 'answered',
      );
      if (!problem) return refuse('unknown-problem', '该问题不存在，或尚未答复。', 'problemId');
      if (event.fields.solved === 'yes')
        return { state: changeProblem(state, problem.id, { status: 'closed' }), effects: [] };
      return { state: climb(state, problem), effects: [] };
    },
  }),
};

/** One level up, with a round of its own; at the top it starts anew. */
export function climb(state: State, problem: Problem): State {
  const level = problem.level === 'pair' ? 'office' : 'leader';
  return changeProblem(state, problem.id, { level, status: 'open', round: problem.round + 1 });
}

function answer(level: Problem['level'], label: string, by: Action<State>['by']): Action<State> {
  return action({
    label,
    verb: '答复',
    stages: ['doing'],
    by,
    unless: (state: State) =>
      state.problems.some((problem) => problem.level === level && problem.status === 'open')
        ? undefined
        : refuse('no-problem', '目前没有待本级答复的问题。'),
    form: forms.answerProblem,
    fields: z.object({ problemId }),
    apply: (state, event) => {
      const problem = state.problems.find((one) => one.id === event.fields.problemId);
      if (!problem || problem.level !== level || problem.status !== 'open') {
        return refuse('unknown-problem', '该问题不存在，或不在本级答复。', 'problemId');
      }
      return { state: changeProblem(state, problem.id, { status: 'answered' }), effects: [] };
    },
  });
}
