import { action, personsOf, type Action, type Outcome } from '../../kind.ts';
import { refuse } from '../../permission.ts';
import * as forms from './forms.ts';
import { drafterOffice, draftingOf, notTheDrafter, type DispatchState } from './state.ts';

type State = DispatchState;

/** Back on the drafter's desk: what he hands in next is reviewed from the beginning. */
export function returned({ legalAsked: _, ...state }: State): Outcome<State> {
  return { state: { ...state, stage: 'drafting', round: state.round + 1 }, effects: [] };
}

/** As it would be issued now; the text is looked up by the version that the state names. */
export const paper = ({ paper: code, to }: State) => ({ code, to });

/** 报送、撤回: the drafter's. */
export const draftingActs: Record<string, Action<State>> = {
  submit: action({
    label: '报送审核',
    verb: '报送审核',
    stages: ['drafting'],
    by: (state: State) => [drafterOffice(state)],
    unless: notTheDrafter,
    paper,
    consequences: (state: State) => [
      '所报送的一版就此固定，不能再改；由处室负责人在{dispatch.review}内审核。',
      draftingOf(state).legal
        ? '审核后必经法制审核，再送领导签发。'
        : '审核后送领导签发；处室负责人认为需要的，先送法制审核。',
    ],
    form: forms.submit,
    fields: forms.submit.pick({ version: true }),
    apply: ({ each: _, ...state }, { fields, facts }) => {
      const text = facts.records?.find(({ version }) => version === fields.version);
      if (!text) return refuse('stale', '文稿刚刚又有修改，请核对后重新报送。', 'version');
      return {
        state: {
          ...{ ...state, stage: 'reviewing', text, to: facts.recipients ?? [] },
          ...(facts.each ? { each: true } : {}),
        },
        effects: [],
      };
    },
  }),
  withdraw: action({
    label: '撤回文稿',
    verb: '撤回',
    stages: ['drafting', 'reviewing', 'legal', 'signing'],
    by: (state: State) => [drafterOffice(state)],
    unless: ({ drafter }: State, who) =>
      personsOf(who).includes(drafter.personId) ? undefined : refuse('drafter', '只有起草人可以撤回。'),
    consequences: () => ['撤回后本文稿不再签发，也不占用文号；需要时另行起草。'],
    form: forms.withdraw,
    fields: forms.nothing,
    apply: (state: State, { at }) => ({
      state: { ...state, stage: 'withdrawn', closedAt: at },
      effects: [],
    }),
  }),
};
