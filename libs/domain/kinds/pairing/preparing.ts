import { z } from 'zod';
import { action, type Action, type Who } from '../../kind.ts';
import { refuse } from '../../permission.ts';
import { weekday } from '../../day.ts';
import { areaCodes, itemLabel, itemsOf } from './areas.ts';
import { monday } from './week.ts';
import * as forms from './forms.ts';
import {
  bureau,
  hospital,
  at,
  otherSide,
  sideOf,
  type PairingState,
  type PlanItem,
  type Side,
} from './state.ts';

type State = PairingState;
const planned = z.object({
  area: z.enum(areaCodes),
  code: z
    .string()
    .regex(/^[a-z.]{1,40}$/)
    .optional(),
  side: z.enum(['pilot', 'assisted', 'none']),
  due: z
    .string()
    .regex(/^(\d{4}-\d\d-\d\d)?$/)
    .optional(),
});
const both = (done: Partial<Record<Side, unknown>>) => Boolean(done.pilot && done.assisted);
const done = (record: Partial<Record<Side, unknown>>, state: State, who: Who) =>
  Boolean(record[mine(state, who)]);
const mine = (state: State, { orgId }: Who): Side => sideOf(state, orgId) ?? 'assisted';

/** From the pairing's notice to the agreed plan (source 000 二, 三; order process-law.md §6). */
export const preparing: Record<string, Action<State>> = {
  confirm: action({
    label: '确认结对关系',
    verb: '确认结对',
    stages: ['confirming'],
    by: (state: State) => hospital(state, 'pilot', 'assisted'),
    unless: (state, who) => {
      if (state.objection) return refuse('objected', '有一方提出异议，待主管部门处理。');
      return done(state.confirmedBy, state, who) ? refuse('confirmed', '本院已经确认结对关系。') : undefined;
    },
    consequences: () => ['双方都确认后，进入组建专班阶段，双方各有{pairing.file-group}报送专班名单。'],
    form: forms.confirm,
    fields: forms.nothing,
    apply: (state, event) => {
      const side = mine(state, event.who);
      const confirmedBy = { ...state.confirmedBy, [side]: event.who.personId };
      return {
        state: { ...state, confirmedBy, stage: both(confirmedBy) ? 'forming' : state.stage },
        effects: [],
      };
    },
  }),
  object: action({
    label: '对结对提出异议',
    verb: '提出异议',
    stages: ['confirming'],
    by: (state: State) => hospital(state, 'pilot', 'assisted'),
    unless: (state, who) => {
      if (state.objection) return refuse('objected', '已有异议待处理。');
      return done(state.confirmedBy, state, who)
        ? refuse('confirmed', '本院已经确认结对关系，如需变更请申请更换或终止。')
        : undefined;
    },
    consequences: () => ['异议将交主管处室负责人在{pairing.decide-objection}内处理；处理前另一方不能确认。'],
    form: forms.object,
    fields: forms.nothing,
    apply: (state, event) => {
      const side = mine(state, event.who);
      const round = state.objections + 1;
      return { state: { ...state, objections: round, objection: { side, round } }, effects: [] };
    },
  }),
  'decide-objection': action({
    label: '处理异议',
    verb: '作出处理',
    stages: ['confirming'],
    by: () => [bureau('section-head'), bureau('leader')],
    unless: (state: State) => (state.objection ? undefined : refuse('no-objection', '没有待处理的异议。')),
    consequences: () => ['维持的，提出异议一方视为确认；取消的，本结对办结并转归档。'],
    form: forms.decideObjection,
    fields: forms.decideObjection.pick({ decision: true }),
    apply: (state, event) => {
      const side = state.objection?.side ?? 'assisted';
      if (event.fields.decision === 'end') {
        return {
          state: { ...state, objection: undefined, ending: undefined, stage: 'archiving', end: 'early' },
          effects: [],
        };
      }
      const confirmedBy = { ...state.confirmedBy, [side]: 'decision' };
      const stage = both(confirmedBy) ? 'forming' : state.stage;
      return { state: { ...state, objection: undefined, confirmedBy, stage }, effects: [] };
    },
  }),
  'file-group': action({
    label: '报送专班名单',
    verb: '报送名单',
    stages: ['forming'],
    by: (state: State) => hospital(state, 'pilot', 'assisted'),
    unless: (state, who) =>
      done(state.grouped, state, who) ? refuse('grouped', '本院已经报送专班名单。') : undefined,
    consequences: () => ['双方都报送后，进入签订责任书阶段，双方主要负责人各有{pairing.sign-pledge}签署。'],
    form: forms.fileGroup,
    fields: z.object({ contacts: z.array(z.object({ area: z.enum(areaCodes) })) }),
    apply: (state, event) => {
      const side = mine(state, event.who);
      const named = new Set(event.fields.contacts.map((contact) => contact.area));
      const lacking = state.areas.filter((area) => !named.has(area));
      if (lacking.length > 0)
        return refuse('contacts', `还有${lacking.length}个工作领域没有联系人。`, 'contacts');
      const grouped = { ...state.grouped, [side]: true };
      return { state: { ...state, grouped, stage: both(grouped) ? 'pledging' : state.stage }, effects: [] };
    },
  }),
  'sign-pledge': action({
    label: '签署责任书',
    verb: '签署责任书',
    stages: ['pledging'],
    by: (state: State) => [at(state, 'pilot', 'principal'), at(state, 'assisted', 'principal')],
    unless: (state, who) => {
      if (done(state.pledgedBy, state, who)) return refuse('pledged', '本院已经签署责任书。');
      const other = state.pledgedBy[otherSide(mine(state, who))];
      return other !== undefined && other === who.personId
        ? refuse('same-person', '双方责任书不能由同一人签署。')
        : undefined;
    },
    consequences: () => [
      '以本院主要负责人名义签署，签署后不能撤回。双方都签署后生成责任书并报主管部门备案。',
    ],
    paper: () => ({ code: 'responsibility-letter' }),
    form: forms.signPledge,
    fields: forms.nothing,
    apply: (state, event) => {
      const side = mine(state, event.who);
      const pledgedBy = { ...state.pledgedBy, [side]: event.who.personId };
      const to = [state.pilotId, state.assistedId];
      return {
        state: { ...state, pledgedBy },
        effects: both(pledgedBy) ? [{ type: 'issueNotice', code: 'responsibility-letter', to }] : [],
      };
    },
  }),
  'file-pledge': action({
    label: '责任书备案',
    verb: '准予备案',
    stages: ['pledging'],
    by: () => [bureau('inspector'), bureau('section-head')],
    unless: (state: State) =>
      both(state.pledgedBy) ? undefined : refuse('unsigned', '双方主要负责人尚未全部签署。'),
    consequences: () => ['备案后，帮带医院开始梳理需求。'],
    form: forms.filePledge,
    fields: forms.nothing,
    apply: (state) => ({ state: { ...state, stage: 'needs' }, effects: [] }),
  }),
  'file-needs': action({
    label: '报送需求、问题和基线数据',
    verb: '报送',
    stages: ['needs'],
    by: (state: State) => hospital(state, 'assisted'),
    consequences: () => ['报送后进入制定计划阶段，{pairing.submit-plan}内双方商定计划。'],
    form: forms.fileNeeds,
    fields: forms.nothing,
    apply: (state) => ({ state: { ...state, stage: 'planning' }, effects: [] }),
  }),
  'submit-plan': action({
    label: '提交帮带计划',
    verb: '提交对方商定',
    stages: ['planning'],
    by: (state: State) => hospital(state, 'assisted', 'pilot'),
    unless: (state) => (state.plan.submittedBy ? refuse('submitted', '计划已提交，待对方商定。') : undefined),
    consequences: () => ['计划将送对方，对方在{pairing.agree-plan}内同意或退回。'],
    form: forms.submitPlan,
    fields: z.object({ items: z.array(planned) }),
    apply: (state, event) => {
      const { items } = event.fields;
      const lacking = itemsOf(state.areas).filter((code) => !items.some((item) => item.code === code));
      if (lacking.length > 0) {
        return refuse(
          'items',
          `计划还缺${lacking.length}项：${lacking.map(itemLabel).join('、')}。不涉及的也请列出并注明。`,
          'items',
        );
      }
      const wrong = items.findIndex(
        ({ side, due = '' }) => side !== 'none' && (due < event.day || due > state.to),
      );
      if (wrong >= 0)
        return refuse(
          'due',
          `第${wrong + 1}项的完成时限应在今天至结对期满（${state.to}）之间。`,
          `items.${wrong}.due`,
        );
      // The row's place in the form is the item's id: its words are looked up there.
      const kept = items.flatMap(({ area, side, due }, index): PlanItem[] =>
        side === 'none' || !due
          ? []
          : [{ id: String(index + 1), area, side: side as Side, due, status: 'todo', round: 1 }],
      );
      if (kept.length === 0) return refuse('items', '计划中至少要有一项由一方承担。', 'items');
      return {
        state: { ...state, plan: { ...state.plan, submittedBy: mine(state, event.who), items: kept } },
        effects: [],
      };
    },
  }),
  'agree-plan': action({
    label: '同意帮带计划',
    verb: '同意计划',
    stages: ['planning'],
    by: (state: State) =>
      hospital(state, state.plan.submittedBy ? otherSide(state.plan.submittedBy) : 'pilot'),
    unless: (state) => (state.plan.submittedBy ? undefined : refuse('no-plan', '对方还没有提交计划。')),
    consequences: () => ['计划生效，各事项按商定时限开始计时，每周报送周报。'],
    form: forms.agreePlan,
    fields: forms.nothing,
    apply: (state, event) => {
      const week = monday(event.day);
      // Agreed on a Thursday or later: the first report is that of the following week.
      const weeks = weekday(event.day) < 4 ? [week] : [];
      return { state: { ...state, stage: 'doing', weeks, lastWeek: week }, effects: [] };
    },
  }),
  'return-plan': action({
    label: '退回帮带计划',
    verb: '退回对方修改',
    stages: ['planning'],
    by: (state: State) =>
      hospital(state, state.plan.submittedBy ? otherSide(state.plan.submittedBy) : 'pilot'),
    unless: (state) => (state.plan.submittedBy ? undefined : refuse('no-plan', '对方还没有提交计划。')),
    form: forms.returnPlan,
    fields: forms.nothing,
    apply: (state) => ({
      state: { ...state, plan: { round: state.plan.round + 1, items: [] } },
      effects: [],
    }),
  }),
};
