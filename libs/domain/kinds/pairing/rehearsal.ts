import { addDays, daysBetween, weekday, type Day } from '../../day.ts';
import type { Asked, Replies, Reply } from '../../rehearsal/reply.ts';
import { itemsOf } from './areas.ts';
import type { PairingState } from './state.ts';

type State = PairingState;
const nothing = (): Reply => ({});
/** The round of an item is `id.round`. */
const idOf = ({ todo }: Asked<State>): string => todo.round.split('.')[0] ?? '';

function friday(day: Day, today: Day): Day {
  const before = addDays(day, -((weekday(day) + 2) % 7));
  return before < today ? day : before;
}

/** Items fall due on Fridays, evenly over what is left of the term; each third is done by the pilot hospital. */
function plan({ state, today }: Asked<State>): Reply {
  const codes = itemsOf(state.areas);
  const left = Math.max(0, daysBetween(today, state.to));
  const items = codes.map((code, at) => ({
    area: code.split('.')[0],
    code,
    side: at % 3 === 2 ? 'pilot' : 'assisted',
    due: friday(addDays(today, Math.floor((left * (at + 1)) / codes.length)), today),
  }));
  return { fields: { items } };
}

/** Two of the bureau, another two for another pair; a leader would have to approve what he found. */
function inspects({ state, today, holders }: Asked<State>): Reply {
  const roles = ['inspector', 'legal-reviewer', 'section-head'] as const;
  const bureau = [...new Set(roles.flatMap((role) => holders({ bureau: true, role })))];
  const inspectors = holders({ bureau: true, role: 'inspector' }).length;
  const among = bureau.slice(0, Math.max(2, inspectors));
  const first = Number.parseInt(state.assistedId.slice(-4), 16) % Math.max(1, among.length);
  const persons = [...among.slice(first), ...among.slice(0, first)].slice(0, 2);
  const checkers = persons.map(({ personId }) => personId);
  return { fields: { visited: 'assisted', on: today, checkers }, facts: { persons } };
}
const decidesInspection = ({ negative, today }: Asked<State>): Reply => ({
  fields: negative() ? { decision: 'return', on: today } : { decision: 'approve' },
});

/** What both hospitals and the bureau answer when a campaign is rehearsed. */
export const replies: Replies<State> = {
  confirm: ({ negative }) => (negative() ? { action: 'object' } : {}),
  'decide-objection': ({ negative }) => ({ fields: { decision: negative() ? 'end' : 'keep' } }),
  'file-group': ({ state }) => ({ fields: { contacts: state.areas.map((area) => ({ area })) } }),
  'sign-pledge': nothing,
  'file-pledge': nothing,
  'file-needs': nothing,
  'submit-plan': plan,
  'agree-plan': ({ negative }) => (negative() ? { action: 'return-plan' } : {}),
  'report-item': (asked) => ({ fields: { itemId: idOf(asked), status: 'done' } }),
  'weekly-report': ({ state, todo, negative }) => ({
    fields: { week: todo.round },
    ...(negative()
      ? { then: { action: 'raise-problem', fields: { area: state.areas[0], solver: state.pilotId } } }
      : {}),
  }),
  'inspect-midterm': inspects,
  'approve-midterm': decidesInspection,
  'inspect-final': inspects,
  'approve-final': decidesInspection,
  'hand-in-summary': nothing,
  'hand-in-statement': nothing,
  'hand-in-handover': nothing,
  close: nothing,
  archive: nothing,
  'decide-ending': ({ negative }) => ({ fields: { decision: negative() ? 'refuse' : 'approve' } }),
};
