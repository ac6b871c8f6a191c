import { expect, test } from '@jest/globals';
import type { Actor } from '../../actor.ts';
import { at, type Day } from '../../day.ts';
import { isRefusal } from '../../permission.ts';
import { decide } from '../../procedure.ts';
import { id } from '../../procedure.sample.ts';
import { bookFor, kindOf } from '../index.ts';
import type { DispatchState } from './state.ts';

const calendar = { version: 'plain', firstDay: '2016-01-01', publishedThrough: '2030-12-31', days: {} };
const today: Day = '2026-03-02';
const [section, hospital, serving] = [id(3), id(9), id(88)];
const person = (number: number, role: 'inspector' | 'archivist' | 'leader'): Actor => ({
  personId: id(200 + number),
  posts: [{ orgId: section, role, orgKind: 'section' }],
});
const [drafter, archivist, leader] = [person(1, 'inspector'), person(7, 'archivist'), person(5, 'leader')];
const sealed: DispatchState = {
  ...{
    kind: 'dispatch',
    procedure: 1,
    stage: 'sending',
    bookVersion: '',
    openedAt: at(today, '09:00'),
    todos: {},
  },
  ...{ paper: 'general-notice', drafter: { personId: drafter.personId, orgId: section, role: 'inspector' } },
  ...{ round: 1, to: [hospital], voidings: 0, issuedOn: today },
};
function step(state: DispatchState, actor: Actor | 'system', action: string, fields: object = {}) {
  const event = { actId: action, action, actor, at: at(today, '10:00'), day: today, fields, facts: {} };
  return decide(kindOf('dispatch'), state, event, bookFor('dispatch', calendar));
}
function done(...asked: Parameters<typeof step>): { state: DispatchState; effects: unknown[] } {
  const made = step(...asked);
  if (isRefusal(made)) throw new Error(made.reason);
  return made as never;
}

test('a paper that is served formally is filed when a case of its own has served it on everybody', () => {
  const sent = done(sealed, drafter, 'send', { formal: true });
  expect(sent.effects).toContainEqual({ type: 'deliverNotice', to: [hospital], serving: 'general-notice' });
  expect(sent.state.todos).toEqual({});
  const begun = done(sent.state, 'system', 'service-begun', { sourceCase: serving });
  expect(step(begun.state, archivist, 'archive')).toMatchObject({ refused: 'serving' });
  expect(Object.keys(done(begun.state, 'system', 'service-ended').state.todos)).toEqual(['archive/1']);
});

test('what becomes void is not served any more, and nothing is served on nobody', () => {
  const begun = done(
    done(sealed, drafter, 'send', { formal: true }).state,
    ...(['system', 'service-begun', { sourceCase: serving }] as const),
  );
  const asked = done(begun.state, drafter, 'ask-void').state;
  expect(done(asked, leader, 'decide-void', { decision: 'approve' }).effects).toContainEqual({
    ...{ type: 'tellMembers', action: 'paper-voided' },
  });
  expect(step({ ...sealed, to: [] }, drafter, 'send', { formal: true })).toMatchObject({ refused: 'formal' });
});

const each: DispatchState = { ...sealed, to: [hospital, id(10)], each: true };
const sentToEach = () => done(each, drafter, 'send', { formal: true });
const opened = { opened: 2 };

test('papers for one each are served in as many cases, and are filed when all of these have begun and ended', () => {
  const sent = sentToEach();
  expect(sent.effects).toContainEqual({
    ...{ type: 'deliverNotice', to: each.to, serving: 'general-notice', each: true },
  });
  const first = done(sent.state, 'system', 'member-ended').state;
  expect(step(first, archivist, 'archive')).toMatchObject({ refused: 'serving' });
  const begun = done(first, 'system', 'members-opened', opened).state;
  expect([begun.service, step(begun, archivist, 'archive')]).toMatchObject([
    { begun: 2, ended: 1 },
    { refused: 'serving' },
  ]);
  expect(Object.keys(done(begun, 'system', 'member-ended').state.todos)).toEqual(['archive/1']);
});

test('where all have signed before the last case was open, the last one to begin ends it', () => {
  let { state } = sentToEach();
  for (const _ of each.to) ({ state } = done(state, 'system', 'member-ended'));
  expect(state.service).toEqual({ ended: 2 });
  expect(done(state, 'system', 'members-opened', opened).state.service).toBeUndefined();
});

test('of papers for one each that become void every case hears, also before all are open', () => {
  for (const state of [
    sentToEach().state,
    done(sentToEach().state, 'system', 'members-opened', opened).state,
  ]) {
    const asked = done(state, drafter, 'ask-void').state;
    const voided = done(asked, leader, 'decide-void', { decision: 'approve' });
    expect(voided.effects).toContainEqual({ type: 'tellMembers', action: 'paper-voided' });
    expect(step(voided.state, 'system', 'members-opened', opened)).toMatchObject({ refused: 'closed' });
  }
});
