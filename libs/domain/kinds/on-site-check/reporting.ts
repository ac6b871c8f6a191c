import { z } from 'zod';
import type { Effect } from '../../case.ts';
import { day } from '../../form.ts';
import { action, personsOf, type Action, type Outcome, type Who } from '../../kind.ts';
import * as forms from './forms.ts';
import { checkersOf, type OnSiteCheckState } from './state.ts';

type State = OnSiteCheckState;

const told = ({ source }: State, code: string, fields: Record<string, string | number>): Effect[] =>
  source
    ? [
        {
          ...{ type: 'tellCase', caseId: source.caseId, action: code },
          fields: { ...fields, ...(source.item === undefined ? {} : { item: source.item }) },
        },
      ]
    : [];

/** A source that publishes the result has to know the check, to release it or to send it back. */
export const opened = (state: State): Effect[] => (state.reserved ? told(state, 'check-opened', {}) : []);

/** Everybody who had a hand in what was found: none of them approves its publication. */
const involved = (state: State, who: Who): string[] => [
  ...new Set([
    ...checkersOf(state).map(({ personId }) => personId),
    ...[...(state.hands?.['hand-in'] ?? []), ...(state.hands?.confirm ?? [])],
    ...[...(state.handedIn ?? []), ...personsOf(who)],
  ]),
];

/** Two have agreed on what was found: the visited signs it, unless the source has to publish it first. */
export function confirmed(state: State, who: Who): Outcome<State> {
  if (!state.reserved) return { state: { ...state, stage: 'signing' }, effects: [] };
  const scores = Object.entries(state.scores ?? {}).map(([group, score]) => `${group}:${score}`);
  const result = { on: state.on, scores: scores.join(','), persons: involved(state, who).join(',') };
  return { state: { ...state, stage: 'reserved' }, effects: told(state, 'check-ended', result) };
}

/** What the source says of a check whose result it publishes. */
export const reporting: Record<string, Action<State>> = {
  released: action({
    label: '检查结果已通报',
    verb: '',
    stages: ['reserved'],
    by: () => 'system',
    form: forms.nothing,
    fields: forms.nothing,
    apply: (state: State) => ({ state: { ...state, stage: 'signing' }, effects: [] }),
  }),
  returned: action({
    label: '退回重新检查',
    verb: '',
    stages: ['reserved'],
    by: () => 'system',
    form: forms.nothing,
    fields: z.object({ on: day('重新检查日期') }),
    apply: (state: State, { fields }) => {
      const { handedIn: _before, ...rest } = state;
      return {
        state: { ...rest, stage: 'planned', on: fields.on, round: state.round + 1 },
        effects: [],
      };
    },
  }),
  dropped: action({
    label: '来源事项已结束，不再核查',
    verb: '',
    stages: ['planned', 'confirming', 'reserved'],
    by: () => 'system',
    form: forms.nothing,
    fields: forms.nothing,
    apply: (state: State, { at }) => ({
      state: { ...state, stage: 'dropped', closedAt: at },
      effects: [],
    }),
  }),
};
