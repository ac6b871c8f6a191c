// Who plays whole lives of pairs in the tests beside, and how.
import type { Actor } from '../../actor.ts';
import { isOuter, type CaseEvent, type Effect, type Facts, type RuleBook } from '../../case.ts';
import { at, type Day } from '../../day.ts';
import { isRefusal } from '../../permission.ts';
import { decide } from '../../procedure.ts';
import type { Role } from '../../role.ts';
import { coreAreas, itemsOf } from './areas.ts';
import { bookFor } from '../index.ts';
import { supervised } from '../../supervision/supervised.ts';
import { pairing as plain } from './kind.ts';
import type { PairingState } from './state.ts';

export const book: RuleBook = bookFor('pairing', {
  version: 'plain',
  firstDay: '2016-01-01',
  publishedThrough: '2030-12-31',
  days: {},
});
export const pairing = supervised(plain);
export const pilotId = '018f0000-0000-7000-8000-000000000001';
export const assistedId = '018f0000-0000-7000-8000-000000000002';
export const bureauId = '018f0000-0000-7000-8000-000000000003';
const orgs = { pilot: pilotId, assisted: assistedId, bureau: bureauId };
export const who = (org: keyof typeof orgs, role: Role) => ({
  personId: `${org}-${role}`,
  posts: [
    { orgId: orgs[org], orgKind: org === 'bureau' ? ('bureau' as const) : ('hospital' as const), role },
  ],
});
export const system = 'system' as const;
export type Act = [Day, CaseEvent['actor'], string, unknown?, Facts?];
/** What the last act ordered of other cases. */
export const sent: Effect[] = [];

export function play(acts: Act[], from?: PairingState): PairingState {
  let state = from;
  for (const [day, actor, action, fields = {}, facts = {}] of acts) {
    const event: CaseEvent = {
      actId: `${day}${action}`,
      action,
      actor,
      at: at(day, '10:00'),
      day,
      fields,
      facts,
    };
    const decided = decide(pairing, state, event, book);
    if (isRefusal(decided) && decided.refused === 'nothing-due') continue;
    if (isRefusal(decided)) throw new Error(`${action}: ${decided.reason}`);
    state = decided.state;
    sent.splice(0, Infinity, ...decided.effects.filter(isOuter));
  }
  if (!state) throw new Error('nothing played');
  return state;
}

export const open: Act = [
  '2026-03-21',
  system,
  'open',
  {
    pilotId,
    assistedId,
    from: '2026-03-21',
    to: '2026-12-31',
    launchOn: '2026-04-08',
    areas: coreAreas.join(','),
  },
];
const contacts = coreAreas.map((area) => ({ area }));
export const items = itemsOf(coreAreas).map((code) => ({
  area: code.split('.')[0],
  code,
  side: 'assisted',
  due: '2026-05-31',
}));
export const toDoing: Act[] = [
  open,
  ['2026-03-22', who('pilot', 'liaison'), 'confirm'],
  ['2026-03-23', who('assisted', 'liaison'), 'confirm'],
  ['2026-03-24', who('pilot', 'liaison'), 'file-group', { contacts }],
  ['2026-03-24', who('assisted', 'liaison'), 'file-group', { contacts }],
  ['2026-03-27', who('pilot', 'principal'), 'sign-pledge'],
  ['2026-03-28', who('assisted', 'principal'), 'sign-pledge'],
  ['2026-03-29', who('bureau', 'inspector'), 'file-pledge'],
  ['2026-03-30', who('assisted', 'liaison'), 'file-needs'],
  ['2026-03-31', who('assisted', 'liaison'), 'submit-plan', { items }],
  ['2026-04-03', who('pilot', 'liaison'), 'agree-plan'],
];

export const checkId = '018f0000-0000-7000-8000-000000000077';
export const checkers: Actor[] = [91, 92].map((number) => ({
  personId: `018f0000-0000-7000-8000-0000000000${number}`,
  posts: [{ orgId: bureauId, orgKind: 'bureau', role: 'inspector' }],
}));
/** Ordered, and what its check brings back. */
export const inspected = (item: 'midterm' | 'final', on: Day): [Act, Act, Act] => {
  const ids = checkers.map(({ personId }) => personId);
  const order = { visited: 'assisted', on, checkers: ids };
  const scores = coreAreas.map((area) => `${area}:90`).join(',');
  const from = { item, sourceCase: checkId };
  return [
    [on, who('bureau', 'inspector'), `inspect-${item}`, order, { persons: checkers }],
    [on, system, 'check-opened', from],
    [on, system, 'check-ended', { ...from, on, scores, persons: ids.join(',') }],
  ];
};
