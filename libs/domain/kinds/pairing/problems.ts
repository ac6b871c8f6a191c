import { z } from 'zod';
import type { Facts } from '../../case.ts';
import { action, type Action } from '../../kind.ts';
import { refuse } from '../../permission.ts';
import { ends, type End } from '../commitment/state.ts';
import * as forms from './forms.ts';
import { hospital, openProblems, sideOf, type PairingState, type Problem } from './state.ts';

type State = PairingState;
const most = 200;

/** Who may be given a problem: either hospital, or a section of the bureau that has a head. */
const solving = (state: State, solver: string, { offices }: Facts): string | undefined => {
  if (sideOf(state, solver)) return 'liaison';
  return offices?.find(({ orgId, role }) => orgId === solver && role === 'section-head')?.role;
};

/** A problem is raised in the pair and solved in a commitment of its own (process-law.md §6, §4). */
export const problems: Record<string, Action<State>> = {
  'raise-problem': action({
    label: '提出问题',
    verb: '提出问题',
    stages: ['doing'],
    by: (state: State) => hospital(state, 'assisted', 'pilot'),
    unless: (state: State) =>
      state.problems.length >= most ? refuse('problems', `一个结对最多登记${most}个问题。`) : undefined,
    consequences: () => [
      '解决方收到一条台账事项，应在{commitment.sign-for}内签收、{commitment.rectify-five-days}内解决；逾期的，逐级报处室负责人和分管领导。',
      '解决的结果由主管部门审核、销号，双方都看得到；问题没有办结的，结对不能办结。',
    ],
    form: forms.raiseProblem,
    fields: forms.raiseProblem.pick({ area: true, solver: true }),
    apply: (state: State, { fields: { area, solver }, facts, day }) => {
      const ownerRole = solving(state, solver, facts);
      if (ownerRole === undefined)
        return refuse('solver', '请选择由谁解决：结对双方之一，或者主管部门有负责人的处室。', 'solver');
      const id = String(state.problems.length + 1);
      const problem: Problem = { id, area, raisedOn: day, solver };
      const concerned = [state.pilotId, state.assistedId].filter((orgId) => orgId !== solver).join(',');
      const asked = { owner: solver, ownerRole, concerned, limit: 'five-days', evidence: 0 };
      return {
        state: { ...state, problems: [...state.problems, problem] },
        effects: [
          {
            type: 'openCase',
            kind: 'commitment',
            fields: { ...asked, sourceKind: 'pairing', sourceItem: id },
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
    fields: z.object({
      item: z.string().regex(/^\d{1,4}$/),
      end: z.enum(Object.keys(ends) as [End, ...End[]]),
    }),
    apply: (state: State, { fields: { item, end } }) =>
      openProblems(state).some(({ id }) => id === item)
        ? {
            state: {
              ...state,
              problems: state.problems.map((one) => (one.id === item ? { ...one, end } : one)),
            },
            effects: [],
          }
        : refuse('unknown-problem', '没有这个问题，或已经办结。'),
  }),
};
