import { z } from 'zod';
import type { Expected, RuleBook } from '../../case.ts';
import { addDays, daysBetween, shanghaiDay, startOfDay, type Instant } from '../../day.ts';
import { derive, expiryOf } from '../../deadline.ts';
import { action, type Action, type Outcome } from '../../kind.ts';
import { refuse } from '../../permission.ts';
import { ruleOn } from '../../rule.ts';
import * as forms from './forms.ts';
import { longDays } from './reports.ts';
import { bureau, dueOf, type CommitmentState } from './state.ts';

type State = CommitmentState;

const workTodo = ({ todos }: State) =>
  Object.values(todos).find(({ step }) => step.startsWith('report-done'));

/** Since when reports are owed, and whether what stands there is itself a report. */
function heardOf(state: State): { at: Instant; reported: boolean } {
  const heard = state.heard ?? { at: state.openedAt, reported: false };
  const ends = workTodo(state)?.deadline?.suspensions.map(({ to }) => (to ? startOfDay(addDays(to, 1)) : ''));
  const resumed = ends?.sort().at(-1) ?? '';
  return resumed > heard.at ? { at: resumed, reported: false } : heard;
}

/**
 * When the second report in a row will have been missed. Nobody is asked about it while he is asked already, while the
 * clock stands still, or once the work itself is late: then the ladder is at it.
 */
export function silentAt(state: State, { deadlines, calendar }: RuleBook): Instant | undefined {
  const deadline = workTodo(state)?.deadline;
  if (state.stage !== 'doing' || state.silence || !deadline) return undefined;
  if (deadline.suspensions.some(({ to }) => to === undefined)) return undefined;
  const { at, reported } = heardOf(state);
  const long = daysBetween(state.issuedOn, dueOf(state)) > longDays;
  const day = shanghaiDay(at);
  const rule = ruleOn(deadlines, `commitment.progress-${long ? 'monthly' : 'weekly'}`, day);
  const last = expiryOf(deadline);
  // A report is the one of its own week or month: two after it are missed.
  let missed = reported ? -1 : 0;
  let before = at;
  // The report of that very day is derived from a day before it.
  for (let from = addDays(day, -10); ;) {
    const owed = derive(rule, from, calendar);
    const expiry = expiryOf(owed);
    if (expiry > last) return undefined;
    if (expiry > before) {
      missed += 1;
      before = expiry;
    }
    if (missed === 2) return expiry;
    // A week that is off throughout points back to the one before it.
    from = addDays(owed.due > from ? owed.due : from, 1);
  }
}

/** Colours nothing and decides nothing: a named person is asked to press for the reports. */
export function fallSilent(state: State, now: Instant, book: RuleBook): Outcome<State> {
  const at = silentAt(state, book);
  if (at === undefined || at > now) return { state, effects: [] };
  const round = (state.silences ?? 0) + 1;
  return { state: { ...state, silences: round, silence: { round, pressed: false } }, effects: [] };
}

/** First the inspector presses for it, then the owner owes the report by a day of its own. */
export function silenceExpected({ stage, silence, owner }: State): Expected[] {
  if (stage !== 'doing' || !silence) return [];
  const round = String(silence.round);
  if (!silence.pressed) return [{ step: 'press-report', round, office: bureau('inspector') }];
  const holder = owner.personId === undefined ? {} : { holder: owner.personId };
  return [{ step: 'report-late', round, office: { orgId: owner.orgId, role: owner.role }, ...holder }];
}

/** Whatever he was asked for is answered by a report, and the count begins anew. */
export const heardNow = (state: State, at: Instant, reported: boolean): State => ({
  ...state,
  heard: { at, reported },
  silence: undefined,
});

export const pressing: Record<string, Action<State>> = {
  'press-report': action({
    label: '催报进展',
    verb: '催报',
    stages: ['doing'],
    by: () => [bureau('inspector'), bureau('section-head')],
    unless: ({ silence }: State) =>
      silence && !silence.pressed
        ? undefined
        : refuse('not-silent', silence ? '已经催报，正等待责任单位补报。' : '目前没有连续两次未报进展。'),
    consequences: () => [
      '责任单位收到补报进展的待办，在{commitment.report-late}内补报；逾期不报的，提醒并逐级报告。',
    ],
    form: forms.pressReport,
    fields: z.object({}),
    apply: (state: State) => {
      const { silence, owner } = state;
      if (!silence) return { state, effects: [] };
      const todoKey = `report-late/${silence.round}`;
      const person = owner.personId === undefined ? {} : { person: owner.personId };
      const to = { orgId: owner.orgId, role: owner.role };
      return {
        state: { ...state, silence: { ...silence, pressed: true } },
        effects: [{ type: 'message', to, ...person, code: 'urge', todoKey }],
      };
    },
  }),
};
