import { expect, test } from '@jest/globals';
import type { Actor, Post } from '../../actor.ts';
import type { CaseEvent, Effect, RuleBook } from '../../case.ts';
import { at, type Day } from '../../day.ts';
import { isRefusal } from '../../permission.ts';
import { clockAction, decide } from '../../procedure.ts';
import { assistedId, cast, id, pilotId } from '../../procedure.sample.ts';
import type { Role } from '../../role.ts';
import { supervised } from '../../supervision/supervised.ts';
import { bookFor } from '../index.ts';
import { checklists, groupCodes, itemsOf } from './checklists.ts';
import { onSiteCheck } from './kind.ts';
import { arranged, findings, groups } from './on-site-check.sample.ts';
import type { OnSiteCheckState } from './state.ts';

const calendar = { version: 'plain', firstDay: '2016-01-01', publishedThrough: '2030-12-31', days: {} };
const book: RuleBook = bookFor('on-site-check', calendar);
const check = supervised(onSiteCheck);
const [one, other, head] = [cast[5], cast[6], cast[8]];
const hospital = (role: Role): Actor => ({
  personId: id(301),
  posts: [{ orgId: pilotId, orgKind: 'hospital', role }],
});
const officer = (number: number, role: Role, more: Partial<Actor> = {}): Actor => {
  const held: Post = { orgId: id(3), orgKind: 'bureau', role };
  return { personId: id(number), posts: [held], ...more };
};

type Act = [day: Day, actor: CaseEvent['actor'], action: string, fields?: object, facts?: CaseEvent['facts']];
function play(acts: Act[], from?: OnSiteCheckState): { state: OnSiteCheckState; effects: Effect[] } {
  let made: { state: OnSiteCheckState; effects: Effect[] } | undefined;
  for (const [day, actor, action, fields = {}, facts = {}] of acts) {
    const known = { persons: [...cast], findings, ...facts };
    const event = {
      actId: `${day}${action}`,
      action,
      actor,
      at: at(day, '10:00'),
      day,
      fields,
      facts: known,
    };
    const decided = decide(check, made?.state ?? from, event, book);
    if (isRefusal(decided)) throw new Error(`${action}: ${decided.reason}`);
    made = decided;
  }
  if (!made) throw new Error('nothing played');
  return made;
}

const open: Act = ['2026-03-18', one, 'open', arranged];
const confirmed: Act[] = [
  open,
  ['2026-03-20', one, 'hand-in'],
  ['2026-03-23', other, 'confirm', { decision: 'confirm' }],
];
const keys = ({ state }: { state: OnSiteCheckState }) => Object.keys(state.todos);

test('a check goes from its arrangement to the archive, each step on the right desk', () => {
  const opened = play([open]);
  expect(keys(opened)).toEqual(['check/1.1', 'check/1.2']);
  expect(opened.state.todos['check/1.2']).toMatchObject({ holder: other.personId, due: '2026-03-20' });
  const handedIn = play(confirmed.slice(0, 2));
  expect(keys(handedIn)).toEqual(['confirm/1.2']);
  const asked = play(confirmed);
  expect(asked.state.todos['sign/1']?.deadline?.due).toBe('2026-03-26');
  const filed = play([
    ...confirmed,
    ['2026-03-24', hospital('principal'), 'sign'],
    ['2026-03-25', cast[9], 'file'],
  ]);
  expect([filed.state.stage, filed.state.signed, filed.state.todos]).toEqual(['filed', 'signed', {}]);
});

test('two persons of the bureau at least, none of them with a relation to the visited', () => {
  const wrong =
    (checkers: string[], persons: Actor[] = [...cast]) =>
    () =>
      play([['2026-03-18', one, 'open', { ...arranged, checkers: checkers.join(',') }, { persons }]]);
  expect(wrong([one.personId, one.personId])).toThrow('两名不同的人员');
  expect(wrong([one.personId, cast[0].personId])).toThrow('应为主管部门');
  const kin = officer(310, 'inspector', { conflicts: [{ personId: id(310), orgId: pilotId }] });
  expect(wrong([one.personId, kin.personId], [one, kin])).toThrow('回避关系');
  expect(() => play([['2026-03-18', kin, 'open', arranged]])).toThrow('回避关系');
});

test('a relation that a checker declares later keeps him from the check', () => {
  const related = { ...other, conflicts: [{ personId: other.personId, orgId: pilotId }] };
  const { state } = play(confirmed.slice(0, 2));
  expect(() => play([['2026-03-23', related, 'confirm', { decision: 'confirm' }]], state)).toThrow(
    '回避关系',
  );
});

test('whoever handed in does not confirm, neither himself nor through a deputy, in whatever round', () => {
  const { state } = play(confirmed.slice(0, 2));
  const confirm = (actor: Actor, from: OnSiteCheckState) =>
    play([['2026-03-23', actor, 'confirm', { decision: 'confirm' }]], from);
  expect(() => confirm(one, state)).toThrow('另一名检查人员确认');
  const deputy = officer(311, 'section-head');
  deputy.posts.push({ orgId: id(3), orgKind: 'bureau', role: 'inspector', actingFor: one.personId });
  expect(() => confirm(deputy, state)).toThrow('另一名检查人员确认');
  const again = play(
    [
      ['2026-03-23', other, 'confirm', { decision: 'return' }],
      ['2026-03-23', other, 'hand-in'],
    ],
    state,
  ).state;
  expect(() => confirm(other, again)).toThrow('另一名检查人员确认');
  expect(confirm(one, again).state.stage).toBe('signing');
});

test('a check is handed in on its day, by a checker, with every item answered', () => {
  const { state } = play([open]);
  expect(() => play([['2026-03-19', one, 'hand-in']], state)).toThrow('还没有到核查日期');
  expect(() => play([['2026-03-20', head, 'hand-in']], state)).toThrow();
  const [first, ...rest] = Object.entries(findings);
  const lacking = { findings: Object.fromEntries(rest) };
  expect(first).toBeDefined();
  expect(() => play([['2026-03-20', one, 'hand-in', {}, lacking]], state)).toThrow('还有1项没有填写');
});

test('whoever was given a checker’s work takes his place', () => {
  const given = officer(312, 'inspector');
  const facts = { persons: [...cast, given] };
  const moved = play(
    [['2026-03-19', one, 'hand-over', { todo: 'check/1.1', personId: given.personId }, facts]],
    play([open]).state,
  ).state;
  expect(() => play([['2026-03-20', one, 'hand-in']], moved)).toThrow('不是本次核查的检查人员');
  const handed = play([['2026-03-20', given, 'hand-in']], moved);
  expect(keys(handed)).toEqual(['confirm/1.2']);
});

test('an objection is judged by somebody who did not check; the visited who is silent is noted as such', () => {
  const objected = play([...confirmed, ['2026-03-24', hospital('liaison'), 'object']]).state;
  const leader = officer(313, 'leader');
  const redo = { decision: 'redo', on: '2026-04-01' };
  expect(() => play([['2026-03-25', other, 'answer-objection', redo]], objected)).toThrow();
  expect(play([['2026-03-25', leader, 'answer-objection', redo]], objected).state.todos).toHaveProperty([
    'check/2.1',
  ]);
  const waiting = play(confirmed).state;
  expect(() => play([['2026-03-25', one, 'note-unsigned']], waiting)).toThrow('期限还没有到');
  const late = play([['2026-03-27', 'system', clockAction]], waiting).state;
  expect(play([['2026-03-27', one, 'note-unsigned']], late).state).toMatchObject({ signed: 'unsigned' });
});

test('a finding opens one commitment and hears of its end', () => {
  const item = 'order.guide';
  const opened = play([...confirmed, ['2026-03-24', one, 'open-commitment', { item, limit: 'month' }]]);
  expect(opened.effects.find(({ type }) => type === 'openCase')).toMatchObject({
    kind: 'commitment',
    fields: { owner: pilotId, sourceItem: item, evidence: 0 },
  });
  const again: Act = ['2026-03-24', one, 'open-commitment', { item, limit: 'month' }];
  expect(() => play([again], opened.state)).toThrow('没有尚未下达台账事项的不合格项');
  const ended = play([['2026-04-20', 'system', 'commitment-ended', { item, end: 'struck' }]], opened.state);
  expect(ended.state.commitments).toEqual([{ item, end: 'struck' }]);
});

test('a result that its source publishes is told to it, and signed by the visited only after its release', () => {
  const source = { sourceCase: id(77), sourceKind: 'pairing', sourceItem: 'midterm' };
  const arrangedBy: Act = [
    ...(['2026-03-18', 'system', 'open'] as const),
    { ...arranged, ...source, concerned: assistedId, scored: 1, reserved: 1 },
  ];
  const told = (action: string, fields: object) => ({
    ...{ type: 'tellCase', caseId: source.sourceCase, action },
    fields: { ...fields, item: 'midterm' },
  });
  const outer = ({ effects }: { effects: Effect[] }) => effects.filter(({ type }) => type === 'tellCase');
  const opened = play([arrangedBy]);
  expect(outer(opened)).toEqual([told('check-opened', {})]);
  expect(check.parties(opened.state)).toEqual([pilotId, assistedId]);
  expect(() => play([['2026-03-20', one, 'hand-in', { scores: { order: 90 } }]], opened.state)).toThrow(
    '还有1组检查内容没有评分',
  );
  const handed = play(
    [['2026-03-20', one, 'hand-in', { scores: { order: 90, charges: 80 } }]],
    opened.state,
  ).state;
  const reserved = play([['2026-03-23', other, 'confirm', { decision: 'confirm' }]], handed);
  expect([reserved.state.stage, keys(reserved)]).toEqual(['reserved', []]);
  const persons = `${one.personId},${other.personId}`;
  expect(outer(reserved)).toEqual([
    told('check-ended', { on: '2026-03-20', scores: 'order:90,charges:80', persons }),
  ]);
  expect(check.keptBack?.(reserved.state, [{ seq: 2, action: 'hand-in' }])).toEqual([2]);
  expect(() => play([['2026-03-24', hospital('liaison'), 'sign']], reserved.state)).toThrow('待通报');
  const finding = { item: 'order.guide', limit: 'month' };
  expect(() => play([['2026-03-24', one, 'open-commitment', finding]], reserved.state)).toThrow('待通报');

  const back = play([['2026-03-24', 'system', 'returned', { on: '2026-03-30' }]], reserved.state).state;
  expect([back.stage, back.on, back.round, back.handedIn]).toEqual(['planned', '2026-03-30', 2, undefined]);
  const released = play([['2026-03-24', 'system', 'released']], reserved.state).state;
  expect(check.keptBack?.(released, [{ seq: 2, action: 'hand-in' }])).toEqual([]);
  const objected = play([['2026-03-25', hospital('liaison'), 'object']], released).state;
  const redo = { decision: 'redo', on: '2026-04-01' };
  const leader = officer(313, 'leader');
  expect(() => play([['2026-03-26', leader, 'answer-objection', redo]], objected)).toThrow('已经通报');
  const dropped = play([['2026-03-24', 'system', 'dropped']], reserved.state).state;
  expect([dropped.closedAt !== undefined, dropped.todos]).toEqual([true, {}]);
  expect(check.keptBack?.(dropped, [{ seq: 2, action: 'hand-in' }])).toEqual([2]);
});

test('every item of every version of the checklists has a code of its own', () => {
  for (const { version } of checklists) {
    const codes = itemsOf(version, groupCodes).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[a-z.-]{1,40}$/.test(code))).toBe(true);
  }
  expect(itemsOf(1, groups).length).toBe(6);
});
