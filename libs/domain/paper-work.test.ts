import { expect, test } from '@jest/globals';
import { kindCodes, kindOf } from './kinds/index.ts';
import { mayBulk } from './bulk.ts';

/** The drafter's own work is no signature. */
const drafting = ['dispatch/submit', 'dispatch/revise'];

test('every step that is answered by reading or signing a paper stands among the papers of the desk', () => {
  const steps = kindCodes.flatMap((kind) =>
    Object.entries(kindOf(kind).steps).map(([code, step]) => ({ kind, code, step })),
  );
  const onPaper = steps.filter(({ kind, step }) => {
    const action = kindOf(kind).actions[step.action];
    // A paper that depends on what is chosen is only one of the answers.
    return action?.paper && !action.paperBy;
  });
  const unlisted = onPaper.filter(({ step }) => !step.papers).map(({ kind, code }) => `${kind}/${code}`);
  expect(unlisted).toEqual(drafting);
});

test('of acts that sign papers only those of freely drafted ones are done to many at once', () => {
  expect(mayBulk('dispatch', 'sign')).toBe(true);
  expect(mayBulk('campaign', 'sign')).toBe(false);
  expect(mayBulk('pairing', 'sign-pledge')).toBe(false);
});
