import { expect, test } from '@jest/globals';
import type { CaseEvent, CaseState } from '../../case.ts';
import { at } from '../../day.ts';
import { nextWake } from '../../elapse.ts';
import { isRefusal } from '../../permission.ts';
import { clockAction, decide, openAction } from '../../procedure.ts';
import { id } from '../../procedure.sample.ts';
import { bookFor, kindOf } from '../index.ts';

const calendar = { version: 'plain', firstDay: '2016-01-01', publishedThrough: '2030-12-31', days: {} };
const book = bookFor('serving', calendar);
const serving = kindOf('serving');
const [one, two, source] = [id(1), id(2), id(9)];
const noon = at('2026-03-02', '12:00');
const step = (state: CaseState | undefined, actor: CaseEvent['actor'], action: string, fields = {}) =>
  decide(
    serving,
    state,
    { actId: action, action, actor, at: noon, day: '2026-03-02', fields, facts: {} },
    book,
  );
const liaison = (orgId: string): CaseEvent['actor'] => ({
  personId: id(50),
  posts: [{ orgId, role: 'liaison', orgKind: 'hospital' }],
});
const order = { paper: 'general-notice', to: `${one},${two}`, sourceCase: source, sourceSeq: 7 };
function opened(): CaseState {
  const made = step(undefined, 'system', openAction, order);
  if (isRefusal(made)) throw new Error(made.reason);
  return made.state;
}

test('only another case opens it, and it says to that case that it has begun', () => {
  expect(step(undefined, liaison(one), openAction, order)).toMatchObject({ refused: 'office' });
  const made = step(undefined, 'system', openAction, order);
  if (isRefusal(made)) throw new Error(made.reason);
  expect(made.effects).toContainEqual({
    type: 'tellCase',
    caseId: source,
    action: 'service-begun',
    fields: {},
  });
  expect(Object.keys(made.state.todos)).toEqual([
    ...[`sign-for-paper/1.${one}`, `serve/1.${one}`, `sign-for-paper/1.${two}`, `serve/1.${two}`],
  ]);
});

test('when the last one has signed it is over, and the paper’s case hears of it', () => {
  let state = opened();
  for (const orgId of [one, two]) {
    expect(nextWake(serving, state, book, noon)! > noon).toBe(true);
    const made = step(state, liaison(orgId), 'sign-for-paper', { piece: `1.${orgId}`, answer: 'confirm' });
    if (isRefusal(made)) throw new Error(made.reason);
    state = made.state;
  }
  expect(nextWake(serving, state, book, noon)! <= noon).toBe(true);
  const ended = step(state, 'system', clockAction);
  expect(ended).toMatchObject({
    state: { stage: 'done', closedAt: noon, todos: {} },
    effects: [{ type: 'tellCase', caseId: source, action: 'service-ended', fields: {} }],
  });
});

test('the case of one receiver among many is a member of the paper’s case, which hears of its end as such', () => {
  const member = { ...order, to: one, campaignId: source };
  const made = step(undefined, 'system', openAction, member);
  if (isRefusal(made)) throw new Error(made.reason);
  expect(made.state).toMatchObject({ campaignId: source, to: [one] });
  expect(made.effects.filter(({ type }) => type === 'tellCase')).toEqual([]);
  const signed = step(made.state, liaison(one), 'sign-for-paper', { piece: `1.${one}`, answer: 'confirm' });
  if (isRefusal(signed)) throw new Error(signed.reason);
  expect(step(signed.state, 'system', clockAction)).toMatchObject({
    effects: [{ type: 'tellCase', caseId: source, action: 'member-ended', fields: {} }],
  });
});

test('a paper that became void is signed for by nobody', () => {
  const dropped = step(opened(), 'system', 'paper-voided');
  if (isRefusal(dropped)) throw new Error(dropped.reason);
  expect(dropped.state).toMatchObject({ stage: 'dropped', closedAt: noon, todos: {} });
});
