import { z } from 'zod';
import { action, personsOf, type Action, type Who } from '../../kind.ts';
import { isRefusal, refuse, type Refusal } from '../../permission.ts';
import { groupCodes, itemLabelOf, itemsOf } from './checklists.ts';
import { namedCheckers } from './checkers.ts';
import * as forms from './forms.ts';
import { confirmed } from './reporting.ts';
import { bureau, checkerOffices, checkersOf, isChecker, partiesOf, type OnSiteCheckState } from './state.ts';

type State = OnSiteCheckState;
const notChecker = refuse('checker', '您不是本次核查的检查人员。');
const onlyCheckers = (state: State, who: Who): Refusal | undefined =>
  isChecker(state, who) ? undefined : notChecker;

/** The visit itself: by two, handed in by one of them and confirmed by another (process-law.md §2.18). */
export const checking: Record<string, Action<State>> = {
  rearrange: action({
    label: '调整核查安排',
    verb: '调整安排',
    stages: ['planned', 'confirming'],
    by: () => [bureau('inspector'), bureau('section-head')],
    consequences: () => ['新的检查人员立即收到；已填写的逐项结果保留。'],
    form: forms.rearrange,
    fields: z.object({ on: forms.rearrange.shape.on, checkers: z.array(z.uuid()).min(2).max(6) }),
    apply: (state: State, { fields, facts, day }) => {
      if (fields.on < day) return refuse('on', '新的核查日期不能早于今天。', 'on');
      const named = namedCheckers(fields.checkers, facts.persons ?? [], partiesOf(state));
      if (isRefusal(named)) return named;
      const { handedIn: _before, ...rest } = state;
      return {
        state: { ...rest, stage: 'planned', on: fields.on, checkers: named, round: state.round + 1 },
        effects: [],
      };
    },
  }),
  'hand-in': action({
    label: '提交检查结果',
    verb: '提交，由另一检查人确认',
    stages: ['planned'],
    by: checkerOffices,
    unless: onlyCheckers,
    consequences: () => [
      '以逐项填写并已保存的结果为准，提交后不能再改，只能由另一名检查人员退回。',
      '另一名检查人员在{on-site-check.confirm}内确认，之后送被查单位签字。',
    ],
    form: forms.handIn,
    fields: z.object({ scores: z.partialRecord(z.enum(groupCodes), z.number().optional()).optional() }),
    apply: (state: State, { facts, fields, who, day }) => {
      if (day < state.on) return refuse('on', '还没有到核查日期；提前核查的，请先调整核查安排。');
      const results = facts.findings ?? {};
      const open = itemsOf(state.checklist, state.groups).filter(({ code }) => !results[code]);
      const [first] = open;
      if (first)
        return refuse(
          'findings',
          `还有${open.length}项没有填写，如“${itemLabelOf(state.checklist, first.code)}”。`,
        );
      const scores = Object.fromEntries(state.groups.map((group) => [group, fields.scores?.[group]]));
      const unscored = state.groups.filter((group) => scores[group] === undefined);
      if (state.scored && unscored.length > 0)
        return refuse('scores', `还有${unscored.length}组检查内容没有评分。`, 'scores');
      const checkers = checkersOf(state);
      return {
        state: {
          ...state,
          ...{ stage: 'confirming', results, checkers, handedIn: personsOf(who) },
          ...(state.scored ? { scores: scores as Record<string, number> } : {}),
        },
        effects: [],
      };
    },
  }),
  confirm: action({
    label: '确认检查结果',
    verb: '提交确认意见',
    stages: ['confirming'],
    by: checkerOffices,
    unless: (state: State, who) =>
      state.handedIn?.some((person) => personsOf(who).includes(person))
        ? refuse('own', '检查结果由您或您所代行的人提交，须由另一名检查人员确认。')
        : onlyCheckers(state, who),
    consequences: ({ reserved }: State) => [
      reserved
        ? '确认后报分管领导审批通报；通报印发后，有关医院才看得到检查结果，再由被查单位签字或提出异议。'
        : '确认后送被查单位，由其在{on-site-check.sign}内签字或提出异议。',
    ],
    form: forms.confirm,
    fields: forms.confirm.pick({ decision: true }),
    apply: (state: State, { fields, who }) => {
      if (fields.decision === 'confirm') return confirmed(state, who);
      const { handedIn: _before, ...rest } = state;
      return { state: { ...rest, stage: 'planned', round: state.round + 1 }, effects: [] };
    },
  }),
};
