import { z } from 'zod';
import { action, type Action } from '../../kind.ts';
import { refuse } from '../../permission.ts';
import { limits } from '../commitment/state.ts';
import * as forms from './forms.ts';
import { bureau, isChecker, visited, type OnSiteCheckState } from './state.ts';

type State = OnSiteCheckState;
const itemCode = z.string({ error: '请选择不合格项。' }).regex(/^[a-z.-]{1,40}$/, '请选择不合格项。');

/** Whether files are wanted; which ones is said in words, and these stay with the form. Read by the API and by the case. */
const wanted = z.preprocess((given) => (given ? 1 : 0), z.number().int());

/** Findings for which no commitment runs yet. */
export const failing = ({ results, commitments }: State): string[] =>
  Object.keys(results)
    .filter((item) => results[item] === 'fail' && !commitments.some((one) => one.item === item))
    .sort();

/** What follows the visit: the visited signs or objects, findings become commitments, the file is closed. */
export const concluding: Record<string, Action<State>> = {
  sign: action({
    label: '签字确认',
    verb: '签字',
    stages: ['signing'],
    by: visited,
    consequences: () => ['表示已阅知检查结果；不合格项按主管部门下达的台账事项整改。'],
    form: forms.sign,
    fields: forms.nothing,
    apply: (state: State) => ({ state: { ...state, stage: 'filing', signed: 'signed' }, effects: [] }),
  }),
  object: action({
    label: '提出异议',
    verb: '提出异议',
    stages: ['signing'],
    by: visited,
    unless: (state: State) =>
      state.objections >= 2 ? refuse('objections', '已两次提出异议并得到处理，请签字。') : undefined,
    consequences: () => ['由未参加核查的处室负责人在{on-site-check.answer-objection}内处理。'],
    form: forms.object,
    fields: forms.nothing,
    apply: (state: State) => ({
      state: { ...state, stage: 'objected', signed: 'objected', objections: state.objections + 1 },
      effects: [],
    }),
  }),
  'note-unsigned': action({
    label: '注明未签字',
    verb: '注明未签字',
    stages: ['signing'],
    by: () => [bureau('inspector'), bureau('section-head')],
    unless: (state: State, who) => {
      if (!isChecker(state, who)) return refuse('checker', '您不是本次核查的检查人员。');
      const late = Object.values(state.todos).some(({ step, expired }) => step === 'sign' && expired);
      return late ? undefined : refuse('not-late', '签字期限还没有到，请等待被查单位签字。');
    },
    consequences: () => ['注明后不再等待签字，检查结果照常生效。'],
    form: forms.noteUnsigned,
    fields: forms.nothing,
    apply: (state: State) => ({ state: { ...state, stage: 'filing', signed: 'unsigned' }, effects: [] }),
  }),
  'answer-objection': action({
    label: '处理异议',
    verb: '作出处理',
    stages: ['objected'],
    by: () => [bureau('section-head'), bureau('leader')],
    apartFrom: ['hand-in', 'confirm'],
    consequences: () => ['维持的，检查结果生效并转归档；重新核查的，检查人员按新的日期再到现场。'],
    form: forms.answerObjection,
    fields: z.object({ decision: z.enum(['keep', 'redo']), on: forms.answerObjection.shape.on }),
    apply: (state: State, { fields: { decision, on }, day }) => {
      if (decision === 'redo' && state.reserved)
        return refuse(
          'published',
          '检查情况已经通报，不能重新核查；请维持检查结果，需要时另行安排核查。',
          'decision',
        );
      if (decision === 'keep') return { state: { ...state, stage: 'filing' }, effects: [] };
      if (on === undefined || on < day) return refuse('on', '请确定重新核查的日期，不能早于今天。', 'on');
      const { handedIn: _before, signed: _open, ...rest } = state;
      return { state: { ...rest, stage: 'planned', on, round: state.round + 1 }, effects: [] };
    },
  }),
  'open-commitment': action({
    label: '就不合格项下达台账事项',
    verb: '下达',
    stages: ['signing', 'objected', 'filing'],
    by: () => [bureau('inspector'), bureau('section-head')],
    unless: (state: State) =>
      failing(state).length === 0 ? refuse('no-finding', '没有尚未下达台账事项的不合格项。') : undefined,
    consequences: () => [
      '被查单位收到台账事项，应在{commitment.sign-for}内签收，整改后由主管部门审核、销号。',
    ],
    form: forms.openCommitment,
    fields: z.object({
      item: itemCode,
      limit: z.enum(Object.keys(limits) as [string, ...string[]]),
      due: forms.openCommitment.shape.due,
      evidence: wanted,
    }),
    apply: (state: State, { fields: { item, limit, due, evidence }, day }) => {
      if (!failing(state).includes(item))
        return refuse('item', '该项不是不合格项，或已下达台账事项。', 'item');
      if (limit === 'day' && (due === undefined || due < day))
        return refuse('due', '请选择完成日期，不能早于今天。', 'due');
      return {
        state: { ...state, commitments: [...state.commitments, { item }] },
        effects: [
          {
            type: 'openCase',
            kind: 'commitment',
            fields: {
              owner: state.visitedId,
              ownerRole: 'liaison',
              limit,
              ...(due === undefined ? {} : { due }),
              evidence,
              sourceKind: 'on-site-check',
              sourceItem: item,
            },
          },
        ],
      };
    },
  }),
  'commitment-ended': action({
    label: '台账事项办结',
    verb: '',
    by: () => 'system',
    form: forms.nothing,
    fields: z.object({ item: itemCode.optional(), end: z.string().regex(/^[a-z-]{1,20}$/) }),
    apply: (state: State, { fields: { item, end } }) => ({
      state: {
        ...state,
        commitments: state.commitments.map((one) => (one.item === item ? { ...one, end } : one)),
      },
      effects: [],
    }),
  }),
  file: action({
    label: '案卷归档',
    verb: '归档',
    stages: ['filing'],
    by: () => [bureau('archivist')],
    consequences: () => ['归档后本次核查不能再办理；已下达的台账事项各自继续。'],
    form: forms.file,
    fields: forms.nothing,
    apply: (state: State, { at }) => ({ state: { ...state, stage: 'filed', closedAt: at }, effects: [] }),
  }),
};
