import { expect, test } from '@jest/globals';
import type { Facts } from '../../case.ts';
import { coreAreas } from './areas.ts';
import {
  pilotId,
  assistedId,
  bureauId,
  who,
  system,
  toDoing,
  checkId,
  checkers,
  inspected,
  play,
  sent,
  type Act,
} from './pairing.sample.ts';
import type { PairingState } from './state.ts';

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
