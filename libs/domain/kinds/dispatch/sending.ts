import { action, type Action } from '../../kind.ts';
import { refuse } from '../../permission.ts';
import * as forms from './forms.ts';
import { bureau, drafterOffice, type DispatchState } from './state.ts';
import { serviceActs, serviceOf } from './service.ts';

type State = DispatchState;
const clerks = (state: State) => [drafterOffice(state), bureau('archivist')];
const voiding = (state: State) =>
  state.voiding ? refuse('voiding', '已有作废申请等待审批，批准或者退回后再办。') : undefined;

/** The act by which the case hears that its paper was sealed electronically. */
export const sealedAction = 'sealed';

/** 用印、发送、归档. A seal that is set electronically is noted by an act of the system in the same place. */
export const sendingActs: Record<string, Action<State>> = {
  'note-seal': action({
    label: '登记用印',
    verb: '登记用印',
    stages: ['sealing'],
    by: clerks,
    unless: voiding,
    consequences: () => ['登记后由起草人在{dispatch.send}内发送。扫描件供查阅，电子件上仍标“未用印”。'],
    form: forms.noteSeal,
    fields: forms.noteSeal.pick({ sealedOn: true }),
    apply: (state, { fields: { sealedOn }, day }) => {
      if (sealedOn > day) return refuse('sealedOn', '用印日期不能晚于今天。', 'sealedOn');
      if (state.issuedOn && sealedOn < state.issuedOn)
        return refuse('sealedOn', '用印日期不能早于签发日期。', 'sealedOn');
      return { state: { ...state, stage: 'sending' }, effects: [] };
    },
  }),
  [sealedAction]: action({
    label: '电子用印',
    verb: '电子用印',
    stages: ['sealing'],
    by: () => 'system',
    form: forms.nothing,
    fields: forms.nothing,
    apply: (state: State) => ({ state: { ...state, stage: 'sending' }, effects: [] }),
  }),
  send: action({
    label: '发送',
    verb: '发送',
    stages: ['sending'],
    by: clerks,
    unless: voiding,
    consequences: ({ to, each }: State) => [
      to.length > 0
        ? `${to.length}家收文单位立即收到${each ? '各自的一份' : '文书'}，首次打开即记为已阅；选“正式送达”的，请各家签收，逐家送达有回证后才归档。`
        : '本文书没有系统内的收文单位。',
      '系统外的收文单位由您线下送出，在此登记日期和方式。',
    ],
    form: forms.send,
    fields: forms.send.pick({ formal: true }),
    apply: (state, { fields: { formal } }) => {
      const { to, paper, each } = state;
      if (formal && to.length === 0)
        return refuse('formal', '没有系统内的收文单位，不能选正式送达。', 'formal');
      return {
        state: { ...state, stage: 'sent', ...(formal ? { service: serviceOf(state) } : {}) },
        effects:
          to.length > 0
            ? [
                {
                  ...{ type: 'deliverNotice' as const, to },
                  ...(formal ? { serving: paper, ...(each ? { each } : {}) } : {}),
                },
              ]
            : [],
      };
    },
  }),
  ...serviceActs,
  archive: action({
    label: '归档',
    verb: '归档',
    stages: ['sent'],
    by: () => [bureau('archivist')],
    unless: (state: State) =>
      voiding(state) ??
      (state.service ? refuse('serving', '还有收文单位没有送达，全部送达后再归档。') : undefined),
    consequences: () => ['归档后本发文办结；文书有误的，另行发文替代或者更正。'],
    form: forms.archive,
    fields: forms.nothing,
    apply: (state: State, { at }) => ({
      state: { ...state, stage: 'archived', closedAt: at },
      effects: [],
    }),
  }),
};
