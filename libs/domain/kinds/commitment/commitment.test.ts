import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Actor, Post } from '../../actor.ts';
import type { CaseEvent, Effect, RuleBook } from '../../case.ts';
import { at, type Day } from '../../day.ts';
import { personsOf } from '../../kind.ts';
import { isRefusal } from '../../permission.ts';
import { decide } from '../../procedure.ts';
import { assistedId, id, pilotId } from '../../procedure.sample.ts';
import type { Role } from '../../role.ts';
import { supervised } from '../../supervision/supervised.ts';
import { bookFor } from '../index.ts';
import { commitmentFields, issued } from './commitment.sample.ts';
import { commitment as plain } from './kind.ts';
import { executing, type CommitmentState } from './state.ts';

const calendar = { version: 'plain', firstDay: '2016-01-01', publishedThrough: '2030-12-31', days: {} };
const book: RuleBook = bookFor('commitment', calendar);
const commitment = supervised(plain);
const bureauId = id(3);
const post = (role: Role, orgId = bureauId, actingFor?: string): Post => ({
  orgId,
  role,
  orgKind: orgId === bureauId ? 'bureau' : 'hospital',
  ...(actingFor ? { actingFor } : {}),
});
const person = (number: number, ...posts: Post[]): Actor => ({ personId: id(200 + number), posts });
const owner = person(1, post('liaison', pilotId));
const helper = person(2, post('liaison', assistedId));
const inspector = person(3, post('inspector'));
const another = person(4, post('inspector'));
const head = person(5, post('section-head'));
const leader = person(6, post('leader'));

type Act = [day: Day, actor: CaseEvent['actor'], action: string, fields?: object, facts?: CaseEvent['facts']];
function play(acts: Act[], from?: CommitmentState): { state: CommitmentState; effects: Effect[] } {
  let made: { state: CommitmentState; effects: Effect[] } | undefined;
  for (const [day, actor, action, fields = {}, facts = {}] of acts) {
    const event = { actId: `${day}${action}`, action, actor, at: at(day, '10:00'), day, fields, facts };
    const decided = decide(commitment, made?.state ?? from, event, book);
    if (isRefusal(decided)) throw new Error(`${action}: ${decided.reason}`);
    made = decided;
  }
  if (!made) throw new Error('nothing played');
  return made;
}

const open: Act = ['2026-03-02', inspector, 'open', issued];
const reported: Act[] = [
  open,
  ['2026-03-03', owner, 'sign-for'],
  ['2026-03-05', helper, 'helper-done'],
  ['2026-03-06', owner, 'report-done'],
];
const dueOf = ({ state }: { state: CommitmentState }, key: string) => state.todos[key]?.deadline?.due;

test('each step opens the todo of whoever owes the next one, with its deadline', () => {
  const opened = play([open]);
  expect(dueOf(opened, 'sign-for/1')).toBe('2026-03-03');
  // Fifteen calendar days from the day of issue, however late it was signed for.
  const signed = play([open, ['2026-03-06', owner, 'sign-for']]);
  expect(Object.keys(signed.state.todos)).toEqual(['report-done-half-month/1', 'helper-done/1']);
  expect(dueOf(signed, 'report-done-half-month/1')).toBe('2026-03-17');
  expect(dueOf(signed, 'helper-done/1')).toBe('2026-03-17');
  const done = play(reported);
  expect(dueOf(done, 'review/1')).toBe('2026-03-11');
  const reviewed = play([...reported, ['2026-03-09', inspector, 'review', { decision: 'accept' }]]);
  expect(reviewed.state.todos['strike-off/1']?.office).toEqual({ bureau: true, role: 'section-head' });
});

test('a commitment that another case opened tells it when it is struck off or waived', () => {
  const told = (end: string) => [
    {
      type: 'tellCase',
      caseId: issued.sourceCase,
      action: 'commitment-ended',
      fields: { end, item: 'order.guide' },
    },
  ];
  const outer = ({ effects }: { effects: Effect[] }) => effects.filter(({ type }) => type === 'tellCase');
  const struck = play([
    ...reported,
    ['2026-03-09', inspector, 'review', { decision: 'accept' }],
    ['2026-03-10', another, 'strike-off', { decision: 'strike' }],
  ]);
  expect([struck.state.stage, struck.state.todos, outer(struck)]).toEqual(['struck', {}, told('struck')]);
  const waived = play([
    open,
    ['2026-03-03', owner, 'propose-waiver'],
    ['2026-03-04', head, 'decide-waiver', { decision: 'approve' }],
  ]);
  expect([waived.state.stage, outer(waived)]).toEqual(['waived', told('waived')]);
});

test('a lead who has helpers reports only when every part is done or waived', () => {
  const working = play([open, ['2026-03-03', owner, 'sign-for']]).state;
  expect(() => play([['2026-03-04', owner, 'report-done']], working)).toThrow('还有1家协办单位没有办完');
  const waived = play([['2026-03-04', inspector, 'waive-helper', { part: '1' }]], working).state;
  expect(play([['2026-03-05', owner, 'report-done']], waived).state.stage).toBe('reviewing');
});

test('where evidence is wanted, nothing counts as done without a file', () => {
  const wanted = play([
    ['2026-03-02', 'system', 'open', { ...issued, helpers: '', evidence: 1 }],
    ['2026-03-03', owner, 'sign-for'],
  ]).state;
  expect(() => play([['2026-03-04', owner, 'report-done']], wanted)).toThrow('请上传');
  const files = [{ id: id(9), sha256: 'x' }];
  expect(play([['2026-03-04', owner, 'report-done', {}, { files }]], wanted).state.stage).toBe('reviewing');
});

test('a return sets a day and a new round; after two the section head reviews', () => {
  const back = { decision: 'return', due: '2026-03-20' };
  const once = play([...reported, ['2026-03-09', inspector, 'review', back]]);
  expect(dueOf(once, 'report-done/2')).toBe('2026-03-20');
  expect(() => play([...reported, ['2026-03-09', inspector, 'review', { decision: 'return' }]])).toThrow(
    '新的完成日期',
  );
  const twice = play(
    [
      ['2026-03-12', owner, 'report-done'],
      ['2026-03-13', inspector, 'review', back],
      ['2026-03-16', owner, 'report-done'],
    ],
    once.state,
  ).state;
  expect(twice.todos['review/3']?.office).toEqual({ bureau: true, role: 'section-head' });
  expect(() => play([['2026-03-17', inspector, 'review', { decision: 'accept' }]], twice)).toThrow('岗位');
  const accepted = play([['2026-03-17', head, 'review', { decision: 'accept' }]], twice).state;
  expect(() => play([['2026-03-18', head, 'strike-off', { decision: 'strike' }]], accepted)).toThrow(
    '办理过',
  );
});

test('a day in the past, a doubled helper and a stranger as responsible person are refused', () => {
  const wrong = (fields: object) => () => play([['2026-03-02', inspector, 'open', { ...issued, ...fields }]]);
  expect(wrong({ limit: 'day', due: '2026-03-01' })).toThrow('不能早于今天');
  expect(wrong({ helpers: `${pilotId}:liaison` })).toThrow('协办单位不能重复');
  expect(wrong({ holder: inspector.personId })).toThrow('没有可以承办的岗位');
});

/** Some hold posts on both sides, one deputises for the owner, one for the reviewer. */
const players = [
  ...[owner, helper, inspector, another, head, leader],
  person(7, post('liaison', pilotId), post('inspector')),
  person(8, post('liaison', assistedId), post('section-head')),
  person(9, post('section-head'), post('liaison', pilotId, owner.personId)),
  person(10, post('section-head'), post('inspector', bureauId, inspector.personId)),
];

test('whatever posts people hold, nobody strikes off what he carried out or reviewed, himself or through a deputy', () => {
  const step = fc.record({
    actor: fc.nat(players.length - 1),
    salt: fc.nat(1000),
    action: fc.constantFrom(
      ...executing,
      'review',
      'review',
      'strike-off',
      'strike-off',
      'hand-over',
      'delegate',
    ),
  });
  let [struck, struckAfterHelp] = [0, 0];
  const walk = (steps: { actor: number; salt: number; action: string }[]) => {
    // Half of the walks with a hospital that helps: what it did counts as well.
    const helpers = steps.length % 2 === 0 ? `${assistedId}:liaison` : '';
    let { state } = play([['2026-03-02', inspector, 'open', { ...issued, helpers }]]);
    let helped = false;
    const apart = new Set<string>();
    for (const { actor: index, salt, action } of steps) {
      const actor = players[index] ?? owner;
      const facts = { persons: players };
      const given = { todo: Object.keys(state.todos)[0], personId: players[salt % players.length]?.personId };
      // Accepted more often than not, or few would be struck off.
      const kept = commitmentFields(state, action, '2026-03-03', undefined, salt % 4 ? salt * 3 : salt);
      const event = { actId: 'a', action, actor, at: at('2026-03-03', '10:00'), day: '2026-03-03', facts };
      const decided = decide(commitment, state, { ...event, fields: { ...given, ...kept } }, book);
      if (isRefusal(decided)) continue;
      const persons = personsOf({ personId: actor.personId, actingFor: decided.actingFor });
      if (action === 'strike-off') {
        struck += 1;
        if (helped) struckAfterHelp += 1;
        if (persons.some((one) => apart.has(one)))
          throw new Error('struck off by whoever did or reviewed it');
      }
      if (['review', ...executing].includes(action)) persons.forEach((one) => apart.add(one));
      helped ||= action === 'helper-done';
      ({ state } = decided);
    }
  };
  fc.assert(fc.property(fc.array(step, { minLength: 60, maxLength: 120, size: 'max' }), walk), {
    numRuns: 150,
    endOnFailure: true,
  });
  expect(struck).toBeGreaterThan(5);
  expect(struckAfterHelp).toBeGreaterThan(0);
});
