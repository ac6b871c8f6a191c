import { expect, test } from '@jest/globals';
import type { Actor } from '../../actor.ts';
import { at, type Day } from '../../day.ts';
import { isRefusal } from '../../permission.ts';
import { decide } from '../../procedure.ts';
import { id } from '../../procedure.sample.ts';
import { bookFor } from '../index.ts';
import { dispatch } from './kind.ts';
import type { DispatchState } from './state.ts';

const calendar = { version: 'plain', firstDay: '2016-01-01', publishedThrough: '2030-12-31', days: {} };
const today: Day = '2026-03-02';
const archivist: Actor = {
  personId: id(207),
  posts: [{ orgId: id(3), role: 'archivist', orgKind: 'section' }],
};
/** Signed, and waiting for its seal. */
const waiting: DispatchState = {
  ...{
    kind: 'dispatch',
    procedure: 1,
    stage: 'sealing',
    bookVersion: '',
    openedAt: at(today, '09:00'),
    todos: {},
  },
  ...{ paper: 'general-notice', drafter: { personId: id(201), orgId: id(3), role: 'inspector' } },
  ...{ round: 1, to: [], voidings: 0, issuedOn: today },
};
const step = (state: DispatchState, actor: Actor | 'system', action: string, fields: object = {}) => {
  const event = { actId: action, action, actor, at: at(today, '10:00'), day: today, fields, facts: {} };
  const decided = decide(dispatch, state, event, bookFor('dispatch', calendar));
  if (isRefusal(decided)) return decided.refused;
  return { stage: decided.state.stage, todos: Object.keys(decided.state.todos), state: decided.state };
};
const byHand = { sealedOn: today };

test('an electronic seal takes the place of the one by hand, whichever comes first', () => {
  expect(step(waiting, 'system', 'sealed')).toMatchObject({ stage: 'sending', todos: ['send/1'] });
  expect(step(waiting, archivist, 'note-seal', byHand)).toMatchObject({ stage: 'sending' });
  const sealed = { ...waiting, stage: 'sending' };
  expect(step(sealed, archivist, 'note-seal', byHand)).toBe('stage');
  expect(step(sealed, 'system', 'sealed')).toBe('stage');
});

test('nobody but the system says that a file is sealed', () => {
  expect(typeof step(waiting, archivist, 'sealed')).toBe('string');
});

test('a paper that may become void waits for that decision, sealed or not', () => {
  const asked = { ...waiting, voiding: { round: 1 }, voidings: 1 };
  expect(step(asked, 'system', 'sealed')).toMatchObject({ stage: 'sending', todos: ['decide-void/1'] });
});
