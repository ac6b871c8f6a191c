import { z } from 'zod';
import type { Effect } from '../../case.ts';
import type { Day, Instant } from '../../day.ts';
import { action, type Action, type Outcome } from '../../kind.ts';
import { refuse, type Refusal } from '../../permission.ts';
import { partId } from './executing.ts';
import * as forms from './forms.ts';
import { heardNow } from './silence.ts';
import {
  bureau,
  executing,
  mostReturns,
  openParts,
  ownerOffices,
  standsApart,
  type CommitmentState,
  type End,
} from './state.ts';

type State = CommitmentState;
const live = ['signing', 'doing', 'reviewing', 'striking'];

/** The case that it came from hears of its end. */
const told = ({ source }: State, end: End): Effect[] =>
  source
    ? [
        {
          type: 'tellCase',
          caseId: source.caseId,
          action: 'commitment-ended',
          fields: { end, ...(source.item === undefined ? {} : { item: source.item }) },
        },
      ]
    : [];

const ended = (state: State, end: End, at: Instant): Outcome<State> => ({
  state: { ...state, stage: end, end, waiver: undefined, closedAt: at },
  effects: told(state, end),
});

/** Another round with a day of its own; helpers who are done stay done. */
function again(
  state: State,
  due: Day | undefined,
  { day: today, at }: { day: Day; at: Instant },
): Outcome<State> | Refusal {
  if (due === undefined) return refuse('due', '退回时请确定新的完成日期。', 'due');
  if (due < today) return refuse('due', '新的完成日期不能早于今天。', 'due');
  const { round, returns } = state;
  const next = { ...state, stage: 'doing', round: round + 1, returns: returns + 1, due, progress: 0 };
  return { state: heardNow(next, at, false), effects: [] };
}

/** 审核、销号、不再办理: by the bureau, none of them by whoever carried it out (design.md §5.3). */
export const judged: Record<string, Action<State>> = {
  review: action({
    label: '审核办理结果',
    verb: '提交审核意见',
    stages: ['reviewing'],
    by: ({ returns }: State) =>
      returns >= mostReturns
        ? [bureau('section-head'), bureau('leader')]
        : [bureau('inspector'), bureau('section-head')],
    apartFrom: executing,
    unless: standsApart,
    consequences: ({ returns }: State) => [
      '通过的，由处室负责人或另一名经办人在{commitment.strike-off}内销号。',
      returns + 1 >= mostReturns
        ? '退回的，按新的日期重新计时；再次提交后由处室负责人审核。'
        : '退回的，责任单位按新的日期重新办理，重新计时和提醒。',
    ],
    form: forms.review,
    fields: z.object({ decision: z.enum(['accept', 'return']), due: forms.review.shape.due }),
    apply: (state, { fields, day, at }) =>
      fields.decision === 'accept'
        ? { state: { ...state, stage: 'striking' }, effects: [] }
        : again(state, fields.due, { day, at }),
  }),
  'strike-off': action({
    label: '销号',
    verb: '提交销号意见',
    stages: ['striking'],
    by: () => [bureau('section-head'), bureau('inspector'), bureau('leader')],
    apartFrom: [...executing, 'review'],
    unless: standsApart,
    consequences: () => ['同意的，本事项销号归档，不能再办理；提出本事项的案件同时得知。'],
    form: forms.strikeOff,
    fields: z.object({ decision: z.enum(['strike', 'return']), due: forms.strikeOff.shape.due }),
    apply: (state: State, { fields, day, at }) =>
      fields.decision === 'strike' ? ended(state, 'struck', at) : again(state, fields.due, { day, at }),
  }),
  'waive-helper': action({
    label: '免除协办部分',
    verb: '免除',
    stages: ['signing', 'doing'],
    by: () => [bureau('inspector'), bureau('section-head')],
    unless: (state: State, who) =>
      openParts(state).length === 0
        ? refuse('no-part', '目前没有未办结的协办部分。')
        : standsApart(state, who),
    consequences: () => ['该协办单位不再办理，牵头的责任单位不必等待它。'],
    form: forms.waiveHelper,
    fields: z.object({ part: partId }),
    apply: (state: State, { fields }) => {
      const part = openParts(state).find(({ id }) => id === fields.part);
      if (!part) return refuse('part', '该协办部分不存在，或已经办结。', 'part');
      const helpers = state.helpers.map((one) =>
        one.id === part.id ? { ...one, status: 'waived' as const } : one,
      );
      return { state: { ...state, helpers }, effects: [] };
    },
  }),
  'propose-waiver': action({
    label: '申请不再办理',
    verb: '提交申请',
    stages: live,
    by: (state: State) => [...ownerOffices(state), bureau('inspector'), bureau('section-head')],
    unless: (state: State) => (state.waiver ? refuse('asked', '已有不再办理的申请等待审批。') : undefined),
    consequences: () => ['由提出人以外的处室负责人或领导审批；批准前照常办理，期限不变。'],
    form: forms.proposeWaiver,
    fields: forms.nothing,
    apply: (state: State) => {
      const round = state.waivers + 1;
      return { state: { ...state, waivers: round, waiver: { round } }, effects: [] };
    },
  }),
  'decide-waiver': action({
    label: '审批不再办理',
    verb: '作出审批',
    stages: live,
    by: () => [bureau('section-head'), bureau('leader'), bureau('chief-leader')],
    route: 'commitment.decide-waiver',
    approves: ({ decision }) => decision === 'approve',
    apartFrom: executing,
    unless: (state: State, who) =>
      state.waiver ? standsApart(state, who) : refuse('not-asked', '没有不再办理的申请。'),
    consequences: () => ['同意的，本事项就此办结，不再办理；不同意的继续办理。'],
    form: forms.decideWaiver,
    fields: forms.decideWaiver.pick({ decision: true }),
    apply: (state: State, { fields, at }) =>
      fields.decision === 'approve'
        ? ended(state, 'waived', at)
        : { state: { ...state, waiver: undefined }, effects: [] },
  }),
};
