import { expect, test } from '@jest/globals';
import { book, pairing, who, open, items, toDoing, inspected, play } from './pairing.sample.ts';

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
