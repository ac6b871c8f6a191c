import { expect, test } from '@jest/globals';
import type { Actor, Post } from '../../actor.ts';
import { allowed } from '../../procedure.ts';
import { assistedId, pilotId } from '../../procedure.sample.ts';
import { pairing } from './kind.ts';
import type { PairingState, PlanItem } from './state.ts';

const actor = (post: Post): Actor => ({ personId: 'p', posts: [post] });
const pilot = actor({ orgId: pilotId, orgKind: 'hospital', role: 'liaison' });
const assisted = actor({ orgId: assistedId, orgKind: 'hospital', role: 'liaison' });
const inspector = actor({ orgId: 'bureau', orgKind: 'bureau', role: 'inspector' });

const item = (status: PlanItem['status']): PlanItem => ({
  ...{ id: '1', area: 'it', side: 'assisted', due: '2026-12-31', round: 1, status },
});
const offer = (status: PlanItem['status'], person: Actor, code: string) => {
  const state = {
    ...{ kind: 'pairing', stage: 'doing', pilotId, assistedId, weeks: [], problems: [], inspections: {} },
    ...{ handedIn: {}, plan: { round: 1, items: [item(status)] }, todos: {} },
  } as unknown as PairingState;
  const found = allowed(pairing, state, person, {}).find(({ action }) => action === code);
  return found?.reason ?? found?.permitted;
};

test('progress is reported by the hospital that has an item to do; the other is told why not', () => {
  const none = '目前没有由本院承担、尚未办结的计划事项。';
  expect(offer('doing', assisted, 'report-item')).toBe(true);
  expect(offer('doing', pilot, 'report-item')).toBe(none);
  expect(offer('done', assisted, 'report-item')).toBe(none);
});

test('an item is returned when one is reported as done or dropped; before, the inspector is told why not', () => {
  expect(offer('todo', inspector, 'return-item')).toBe('目前没有已报告完成或不再需要的计划事项。');
  expect(offer('dropped', inspector, 'return-item')).toBe(true);
});
