import { expect, test } from '@jest/globals';
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

const book: RuleBook = bookFor('pairing', {
  version: 'plain',
  firstDay: '2016-01-01',
  publishedThrough: '2030-12-31',
  days: {},
});
const pairing = supervised(plain);
const pilotId = '018f0000-0000-7000-8000-000000000001';
const assistedId = '018f0000-0000-7000-8000-000000000002';
const bureauId = '018f0000-0000-7000-8000-000000000003';
const orgs = { pilot: pilotId, assisted: assistedId, bureau: bureauId };
const who = (org: keyof typeof orgs, role: Role) => ({
  personId: `${org}-${role}`,
  posts: [
    { orgId: orgs[org], orgKind: org === 'bureau' ? ('bureau' as const) : ('hospital' as const), role },
  ],
});
const system = 'system' as const;
type Act = [Day, CaseEvent['actor'], string, unknown?, Facts?];
/** What the last act ordered of other cases. */
let sent: Effect[] = [];

function play(acts: Act[], from?: PairingState): PairingState {
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
    sent = decided.effects.filter(isOuter);
  }
  if (!state) throw new Error('nothing played');
  return state;
}

const open: Act = [
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
const items = itemsOf(coreAreas).map((code) => ({
  area: code.split('.')[0],
  code,
  side: 'assisted',
  due: '2026-05-31',
}));
const toDoing: Act[] = [
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

const checkId = '018f0000-0000-7000-8000-000000000077';
const checkers: Actor[] = [91, 92].map((number) => ({
  personId: `018f0000-0000-7000-8000-0000000000${number}`,
  posts: [{ orgId: bureauId, orgKind: 'bureau', role: 'inspector' }],
}));
/** Ordered, and what its check brings back. */
const inspected = (item: 'midterm' | 'final', on: Day): [Act, Act, Act] => {
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

test('a pair goes from its notice to the archive', () => {
  const state = play([
    ...toDoing,
    ...inspected('midterm', '2026-08-10'),
    ['2026-08-11', who('bureau', 'leader'), 'approve-midterm', { decision: 'approve' }],
    ...inspected('final', '2026-12-28'),
    ['2026-12-29', who('bureau', 'leader'), 'approve-final', { decision: 'approve' }],
    ['2027-01-02', who('pilot', 'liaison'), 'hand-in-summary'],
    ['2027-01-02', who('assisted', 'liaison'), 'hand-in-statement'],
    ['2027-01-03', who('assisted', 'liaison'), 'hand-in-handover'],
    ['2027-01-04', who('bureau', 'inspector'), 'close'],
    ['2027-01-05', who('bureau', 'archivist'), 'archive'],
  ]);
  expect(state.stage).toBe('archived');
  expect(state.todos).toEqual({});
});

test('each step opens the todo of the office that owes the next one, with its deadline', () => {
  const state = play([open]);
  expect(Object.keys(state.todos)).toEqual(['confirm/pilot', 'confirm/assisted']);
  expect(state.todos['confirm/pilot']?.deadline?.due).toBe('2026-03-27');
});

test('an inspection is carried out in a check of the work areas, kept back until its bulletin is approved', () => {
  const [order, ...rest] = inspected('midterm', '2026-08-10');
  const ordered = play([...toDoing, order]);
  expect(sent).toEqual([
    {
      type: 'openCase',
      kind: 'on-site-check',
      fields: {
        ...{ visitedId: assistedId, concerned: pilotId, on: '2026-08-10', groups: coreAreas.join(',') },
        checkers: checkers.map(({ personId }) => `${personId}:inspector`).join(','),
        ...{ scored: 1, reserved: 1, sourceKind: 'pairing', sourceItem: 'midterm' },
      },
    },
  ]);
  expect(Object.keys(ordered.todos).filter((key) => /inspect|approve/.test(key))).toEqual([]);
  const reported = play(rest, ordered);
  expect(reported.todos['approve-midterm/1']?.office.role).toBe('leader');
  expect(reported.inspections.midterm?.scores?.medical).toBe(90);
  const leader = who('bureau', 'leader');
  const again = { decision: 'return', on: '2026-08-13' };
  const returned = play([['2026-08-11', leader, 'approve-midterm', again]], reported);
  expect(sent).toEqual([
    { type: 'tellCase', caseId: checkId, action: 'returned', fields: { on: '2026-08-13' } },
  ]);
  expect(Object.keys(returned.todos).filter((key) => /inspect|approve/.test(key))).toEqual([]);
  const twice = play(
    [...rest.slice(1), ['2026-08-14', leader, 'approve-midterm', { decision: 'approve' }]],
    returned,
  );
  expect(sent.map((effect) => effect.type === 'tellCase' && effect.action)).toEqual([false, 'released']);
  expect(twice.inspections.midterm?.approvedBy).toBe('bureau-leader');
});

test('nobody who had a hand in an inspection approves it, ordering it or in the check', () => {
  const reported = play([...toDoing, ...inspected('midterm', '2026-08-10')]);
  for (const personId of ['bureau-inspector', ...checkers.map((checker) => checker.personId)]) {
    const leader = { ...who('bureau', 'leader'), personId };
    expect(() =>
      play([['2026-08-11', leader, 'approve-midterm', { decision: 'approve' }]], reported),
    ).toThrow('办理过“中期检查”');
  }
});

test('a pair that ends early takes its check along, and one that comes too late is sent away', () => {
  const [order, opens] = inspected('midterm', '2026-08-10');
  const end: Act[] = [
    ['2026-08-10', who('assisted', 'liaison'), 'propose-ending', { reason: 'early' }],
    ['2026-08-11', who('bureau', 'leader'), 'decide-ending', { decision: 'approve' }],
  ];
  const dropped = [{ type: 'tellCase', caseId: checkId, action: 'dropped', fields: {} }];
  play([...toDoing, order, opens, ...end]);
  expect(sent).toEqual(dropped);
  const ended = play([...toDoing, order, ...end]);
  expect(sent).toEqual([]);
  play([opens], ended);
  expect(sent).toEqual(dropped);
});

test('a hospital outside the pair can do nothing', () => {
  const stranger = {
    personId: 'x',
    posts: [
      {
        orgId: '018f0000-0000-7000-8000-000000000009',
        orgKind: 'hospital' as const,
        role: 'liaison' as const,
      },
    ],
  };
  for (const action of Object.keys(pairing.actions)) {
    expect(() => play([['2026-04-05', stranger, action]], play(toDoing))).toThrow();
  }
});

test('a problem opens a commitment of whoever has to solve it, and holds up the closing until that has ended', () => {
  const raise = (solver: string, facts: Facts = {}): Act => [
    ...(['2026-04-05', who('assisted', 'liaison'), 'raise-problem', { area: 'it', solver }] as const),
    facts,
  ];
  const raised = play([...toDoing, raise(pilotId)]);
  expect(sent).toEqual([
    {
      type: 'openCase',
      kind: 'commitment',
      fields: {
        ...{ owner: pilotId, ownerRole: 'liaison', concerned: assistedId, limit: 'five-days', evidence: 0 },
        ...{ sourceKind: 'pairing', sourceItem: '1' },
      },
    },
  ]);
  expect(() => play([raise(bureauId)], raised)).toThrow('由谁解决');
  const office = { offices: [{ orgId: bureauId, role: 'section-head' as const }] };
  expect(play([raise(bureauId, office)], raised).problems[1]?.solver).toBe(bureauId);
  expect(sent).toMatchObject([{ fields: { concerned: `${pilotId},${assistedId}`, sourceItem: '2' } }]);

  const handedIn = { summary: true, statement: true, handover: true };
  const closing: PairingState = { ...raised, stage: 'closing', handedIn };
  const close: Act = ['2027-01-04', who('bureau', 'inspector'), 'close'];
  expect(() => play([close], closing)).toThrow('还有1个问题');
  const ended = play([['2026-04-20', system, 'commitment-ended', { item: '1', end: 'struck' }]], closing);
  expect(play([close], ended).stage).toBe('archiving');
});

test('every step and every deadline row named by the procedure exists', () => {
  for (const [code, step] of Object.entries(pairing.steps)) {
    expect(pairing.actions[step.action]).toBeDefined();
    if (step.rule) expect(book.deadlines.map((row) => row.code)).toContain(step.rule);
    expect(code).toMatch(/^[a-z-]+$/);
  }
});

test('a plan names every item of the six work areas, those too that do not apply', () => {
  const beforePlan = play(toDoing.slice(0, -2));
  const submit = (rows: unknown[]) =>
    play([['2026-03-31', who('assisted', 'liaison'), 'submit-plan', { items: rows }]], beforePlan);
  expect(() => submit(items.slice(1))).toThrow('计划还缺1项：应急预案与演练');
  const state = submit([{ ...items[0], side: 'none', due: '' }, ...items.slice(1)]);
  expect(state.plan.items.map(({ id }) => id)).not.toContain('1');
});

test('an objection that ends the pair takes a pending proposal with it', () => {
  const proposed = play([
    open,
    ['2026-03-22', who('assisted', 'liaison'), 'propose-ending', { reason: 'early' }],
    ['2026-03-23', who('pilot', 'liaison'), 'object'],
    ['2026-03-24', who('bureau', 'section-head'), 'decide-objection', { decision: 'end' }],
  ]);
  expect(proposed.ending).toBeUndefined();
  expect(Object.keys(proposed.todos)).toEqual(['archive/1']);
  expect(() =>
    play([['2026-03-25', who('bureau', 'leader'), 'decide-ending', { decision: 'approve' }]], proposed),
  ).toThrow('待归档');
});
