import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Actor, Post } from '../../actor.ts';
import type { CaseEvent, Effect, RuleBook } from '../../case.ts';
import { at, type Day } from '../../day.ts';
import { isRefusal } from '../../permission.ts';
import { allowed, decide } from '../../procedure.ts';
import { id } from '../../procedure.sample.ts';
import type { Role } from '../../role.ts';
import { supervised } from '../../supervision/supervised.ts';
import { bookFor } from '../index.ts';
import { drafted } from './forms.ts';
import { dispatch as plain } from './kind.ts';
import { draftingOf, type DispatchState } from './state.ts';

const calendar = { version: 'plain', firstDay: '2016-01-01', publishedThrough: '2030-12-31', days: {} };
const book: RuleBook = bookFor('dispatch', calendar);
const dispatch = supervised(plain);
const section = id(3);
const post = (role: Role, orgId = section): Post => ({ orgId, role, orgKind: 'section' });
const person = (number: number, ...posts: Post[]): Actor => ({ personId: id(200 + number), posts });
const drafter = person(1, post('inspector'));
const colleague = person(2, post('inspector'));
const head = person(3, post('section-head'));
const lawyer = person(4, post('legal-reviewer'));
const leader = person(5, post('leader'));
const chief = person(6, post('chief-leader'));
const archivist = person(7, post('archivist'));
/** Holds every office at once: only the conflicts keep him off. */
const everything = person(
  8,
  ...(['inspector', 'section-head', 'legal-reviewer', 'leader', 'chief-leader', 'archivist'] as const).map(
    (role) => post(role),
  ),
);
const hospital = id(9);

type Act = [actor: CaseEvent['actor'], action: string, fields?: object, facts?: CaseEvent['facts']];
const today: Day = '2026-03-02';
const step = (state: DispatchState | undefined, [actor, action, fields = {}, facts = {}]: Act) =>
  decide(
    dispatch,
    state,
    { actId: action, action, actor, at: at(today, '10:00'), day: today, fields, facts },
    book,
  );
function play(acts: Act[], from?: DispatchState): { state: DispatchState; effects: Effect[] } {
  let made: { state: DispatchState; effects: Effect[] } | undefined;
  for (const act of acts) {
    const decided = step(made?.state ?? from, act);
    if (isRefusal(decided)) throw new Error(`${act[1]}: ${decided.reason}`);
    made = decided;
  }
  if (!made) throw new Error('nothing played');
  return made;
}
const reasonOf = (state: DispatchState, act: Act) => {
  const decided = step(state, act);
  return isRefusal(decided) ? decided.refused : 'done';
};

const open = (paper: string, actor = drafter): Act => [actor, 'open', { paper }];
const submit = (version: number, actor = drafter): Act => [
  actor,
  'submit',
  { version },
  { records: [{ id: id(77), version }], recipients: [hospital] },
];
const review = (more: object = {}): Act => [head, 'review', { decision: 'pass', ...more }];
const legal = (decision = 'pass'): Act => [lawyer, 'legal-review', { decision }];
const sign = (actor = leader, decision = 'sign'): Act => [actor, 'sign', { decision }];
const sealed: Act = [archivist, 'note-seal', { sealedOn: today }];
const signed: Act[] = [open('general-notice'), submit(1), review(), sign()];
const papersOf = (effects: Effect[]) =>
  effects.filter(({ type }) => ['issueNotice', 'deliverNotice', 'voidNotice'].includes(type));
const keys = ({ state }: { state: DispatchState }) => Object.keys(state.todos);

test('a paper goes from its draft through review, signature, seal and post to the archive', () => {
  expect(keys(play(signed.slice(0, 1)))).toEqual(['submit/1']);
  expect(keys(play(signed.slice(0, 2)))).toEqual(['review/1']);
  expect(keys(play(signed.slice(0, 3)))).toEqual(['sign/1']);
  const issued = play(signed);
  expect(papersOf(issued.effects)).toEqual([
    { type: 'issueNotice', code: 'general-notice', to: [], whenSealed: 'sealed' },
  ]);
  expect(issued.state).toMatchObject({ stage: 'sealing', signedBy: [leader.personId], issuedOn: today });
  const sent = play([sealed, [drafter, 'send']], issued.state);
  expect(papersOf(sent.effects)).toEqual([{ type: 'deliverNotice', to: [hospital] }]);
  expect(keys(sent)).toEqual(['archive/1']);
  expect(play([[archivist, 'archive']], sent.state).state).toMatchObject({ stage: 'archived', todos: {} });
});

test('each step has its day, and the first one is its drafter’s own', () => {
  const { state } = play(signed.slice(0, 1));
  expect(state.todos['submit/1']).toMatchObject({
    holder: drafter.personId,
    deadline: { due: '2026-03-09' },
  });
  expect(play(signed).state.todos['note-seal/1']?.deadline?.due).toBe('2026-03-03');
});

test('a circular always passes the legal review, another paper where the head asks for it', () => {
  const circular = play([open('circular'), submit(1), review()]);
  expect([circular.state.stage, keys(circular)]).toEqual(['legal', ['legal-review/1']]);
  expect(play([legal(), sign()], circular.state).state.stage).toBe('sealing');
  const asked = play([open('general-notice'), submit(1), review({ legal: true })]);
  expect(asked.state).toMatchObject({ stage: 'legal', legalAsked: true });
});

test('papers upward are signed by the chief leader, who is named on them', () => {
  const upward = play([open('instruction-request'), submit(1), review()]);
  expect(reasonOf(upward.state, sign(leader))).toBe('office');
  expect(play([sign(chief)], upward.state).state.signedBy).toEqual([chief.personId]);
});

test('minutes bear no seal', () => {
  const minutes = play([open('meeting-minutes'), submit(1), review(), sign()]);
  expect(minutes.state.stage).toBe('sending');
  expect(papersOf(minutes.effects)).toEqual([{ type: 'issueNotice', code: 'meeting-minutes', to: [] }]);
});

test.each([
  ['the head', [[head, 'review', { decision: 'return' }]]],
  ['the legal reviewer', [review({ legal: true }), legal('return')]],
  ['the leader', [review(), sign(leader, 'return')]],
] as [string, Act[]][])('what %s returns is drafted, and reviewed, again', (_, acts) => {
  const { state } = play([open('general-notice'), submit(1), ...acts]);
  expect(state).toMatchObject({ stage: 'drafting', round: 2 });
  expect(Object.keys(state.todos)).toEqual(['revise/2']);
  const again = play([submit(2)], state);
  expect(again.state).toMatchObject({ stage: 'reviewing', text: { version: 2 } });
  expect(again.state.legalAsked).toBeUndefined();
  expect(play([review(), sign()], again.state).state.stage).toBe('sealing');
});

test('drafter, reviewer, lawyer and signer are four persons, whatever posts they hold', () => {
  const mine = play([open('circular', everything), submit(1, everything)]);
  expect(reasonOf(mine.state, [everything, 'review', { decision: 'pass' }])).toBe('own');
  const reviewed = play([open('circular'), submit(1), [everything, 'review', { decision: 'pass' }]]);
  expect(reasonOf(reviewed.state, [everything, 'legal-review', { decision: 'pass' }])).toBe('own');
  expect(reasonOf(play([legal()], reviewed.state).state, sign(everything))).toBe('own');
});

test('only the drafter hands in and withdraws; nothing is withdrawn once it is signed', () => {
  const { state } = play(signed.slice(0, 1));
  expect(reasonOf(state, submit(1, colleague))).toBe('drafter');
  expect(reasonOf(state, [colleague, 'withdraw'])).toBe('drafter');
  expect(play([[drafter, 'withdraw']], play(signed.slice(0, 3)).state).state.stage).toBe('withdrawn');
  expect(reasonOf(play(signed).state, [drafter, 'withdraw'])).toBe('stage');
});

test('what is handed in is the version that the form names', () => {
  const { state } = play(signed.slice(0, 1));
  const act: Act = [drafter, 'submit', { version: 2 }, { records: [{ id: id(77), version: 3 }] }];
  expect(reasonOf(state, act)).toBe('stale');
});

test('a paper is void only when a leader says so; until then nothing goes on', () => {
  const asked = play([...signed, sealed, [head, 'ask-void']]);
  expect(keys(asked)).toEqual(['decide-void/1']);
  expect(reasonOf(asked.state, [drafter, 'send'])).toBe('voiding');
  expect(reasonOf(asked.state, [head, 'decide-void', { decision: 'approve' }])).toBe('office');
  const kept = play([[leader, 'decide-void', { decision: 'refuse' }]], asked.state);
  expect([kept.state.stage, keys(kept)]).toEqual(['sending', ['send/1']]);
  const done = play([[leader, 'decide-void', { decision: 'approve' }]], asked.state);
  expect(done.state).toMatchObject({ stage: 'voided', closedAt: expect.any(String) });
  expect(papersOf(done.effects)).toEqual([{ type: 'voidNotice' }]);
});

test('who has a declared relation to a receiver keeps away from a paper that judges it', () => {
  const related = { ...head, conflicts: [{ personId: head.personId, orgId: hospital }] };
  const stage = (paper: string) => play([open(paper), submit(1)]).state;
  expect(reasonOf(stage('circular'), [related, 'review', { decision: 'pass' }])).toBe('conflict');
  expect(reasonOf(stage('general-notice'), [related, 'review', { decision: 'pass' }])).toBe('done');
});

test('a paper that takes the place of another says so to whoever issues it', () => {
  const noticeId = id(55);
  const more = { paper: 'general-notice', noticeId, how: 'correct' };
  const { effects } = play([[drafter, 'open', more], ...signed.slice(1)]);
  expect(papersOf(effects)).toMatchObject([{ params: { replaces: noticeId, how: 'correct' } }]);
  expect(step(undefined, [drafter, 'open', { paper: 'general-notice', noticeId }])).toMatchObject({
    field: 'how',
  });
});

const actors = [drafter, colleague, head, lawyer, leader, chief, archivist, everything];
const walk = fc.array(fc.tuple(fc.nat(7), fc.nat(50), fc.nat(4)), { minLength: 10, maxLength: 50 });
const codes = Object.keys(plain.actions);
/** Mostly what the page offers, sometimes anything at all. */
function chosen(state: DispatchState, actor: Actor, pick: number, salt: number): string {
  const offered = allowed(dispatch, state, actor, {}).filter(
    ({ action, permitted }) => permitted && codes.includes(action) && action !== 'withdraw',
  );
  const list = salt === 4 || offered.length === 0 ? codes : offered.map(({ action }) => action);
  return list[pick % list.length] ?? '';
}

test('whatever people do, nothing is issued without review, the legal opinion where due, and a signature', () => {
  let issued = 0;
  fc.assert(
    fc.property(fc.constantFrom(...drafted), walk, ({ code }, acts) => {
      let { state } = play([open(code)]);
      let since: [string, string][] = [];
      for (const [who, pick, salt] of acts) {
        const actor = actors[who] as Actor;
        const action = chosen(state, actor, pick, salt);
        const decision = { submit: '', sign: 'sign', 'decide-void': 'refuse' }[action] ?? 'pass';
        const fields = {
          ...{ decision: salt === 0 && action !== 'decide-void' ? 'return' : decision },
          ...{ version: 1, sealedOn: today, legal: salt === 1 },
        };
        const facts = { records: [{ id: id(77), version: 1 }], recipients: [hospital] };
        const decided = step(state, [actor, action, fields, facts]);
        if (isRefusal(decided)) continue;
        since = action === 'submit' ? [] : since;
        since.push([action, actor.personId]);
        if (decided.effects.some(({ type }) => type === 'issueNotice')) {
          issued += 1;
          const done = since.map(([name]) => name);
          const due = draftingOf(state).legal || state.legalAsked;
          expect(done).toEqual(['submit', 'review', ...(due ? ['legal-review'] : []), 'sign']);
          expect(new Set(since.map(([, personId]) => personId)).size).toBe(done.length);
          expect(state.drafter.personId).toBe(since[0]?.[1]);
        }
        state = decided.state;
        if (state.closedAt) break;
      }
    }),
    { numRuns: 400 },
  );
  expect(issued).toBeGreaterThan(20);
});
