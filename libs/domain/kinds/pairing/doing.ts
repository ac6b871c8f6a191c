import { z } from 'zod';
import { action, type Action } from '../../kind.ts';
import { refuse } from '../../permission.ts';
import * as forms from './forms.ts';
import { hospital, sideOf, type PairingState, type PlanItem } from './state.ts';

type State = PairingState;
const changeItem = (state: State, id: string, change: Partial<PlanItem>): State => ({
  ...state,
  plan: {
    ...state.plan,
    items: state.plan.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
  },
});
// Bounded: what decides reaches Temporal, where no free text may stand.
const itemId = z.string({ error: '请选择计划事项。' }).regex(/^\d{1,4}$/, '请选择计划事项。');
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
