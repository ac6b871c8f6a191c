import { action, type Action } from '../../kind.ts';
import { refuse } from '../../permission.ts';
import * as forms from './forms.ts';
import { serviceDropped } from './service.ts';
import { bureau, drafterOffice, issuedStages, type DispatchState } from './state.ts';

type State = DispatchState;

/** 作废: the number stays used, the paper stays to be read, and says that it is void. */
export const voidingActs: Record<string, Action<State>> = {
  'ask-void': action({
    label: '申请作废',
    verb: '提交作废申请',
    stages: issuedStages,
    by: (state: State) => [drafterOffice(state), bureau('section-head')],
    unless: (state: State) => (state.voiding ? refuse('asked', '已有作废申请等待审批。') : undefined),
    consequences: () => ['由领导在{dispatch.decide-void}内审批；批准前文书继续有效，暂不用印、发送和归档。'],
    form: forms.askVoid,
    fields: forms.nothing,
    apply: (state: State) => {
      const round = state.voidings + 1;
      return { state: { ...state, voidings: round, voiding: { round } }, effects: [] };
    },
  }),
  'decide-void': action({
    label: '审批作废',
    verb: '作出审批',
    stages: issuedStages,
    by: () => [bureau('leader'), bureau('chief-leader')],
    route: 'dispatch.decide-void',
    approves: ({ decision }) => decision === 'approve',
    apartFrom: ['open', 'submit', 'ask-void'],
    unless: (state: State) => (state.voiding ? undefined : refuse('not-asked', '没有作废申请。')),
    consequences: () => ['同意的，文书立即作废，文号不再重用，已收文的单位都收到通知；不能恢复。'],
    form: forms.decideVoid,
    fields: forms.decideVoid.pick({ decision: true }),
    apply: ({ voiding: _, ...state }, { fields, at }) =>
      fields.decision === 'approve'
        ? {
            state: { ...state, stage: 'voided', closedAt: at },
            effects: [{ type: 'voidNotice' }, ...serviceDropped(state)],
          }
        : { state, effects: [] },
  }),
};
