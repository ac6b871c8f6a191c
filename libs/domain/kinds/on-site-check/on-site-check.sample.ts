// With what checks are opened in tests, and what people fill in on the walks of procedure.test.ts.
import { cast, pick, pilotId, type Fields } from '../../procedure.sample.ts';
import { itemsOf } from './checklists.ts';
import { failing } from './concluding.ts';
import type { FindingResult, OnSiteCheckState } from './state.ts';

export const groups = ['order', 'charges'];
const [inspector, other, head] = [cast[5].personId, cast[6].personId, cast[8].personId];

export const arranged = {
  visitedId: pilotId,
  checkers: `${inspector},${other}`,
  on: '2026-03-20',
  groups: groups.join(','),
};

/** The first item fails, all others pass. */
export const findings: Record<string, FindingResult> = Object.fromEntries(
  itemsOf(1, groups).map(({ code }, index) => [code, index === 0 ? 'fail' : 'pass']),
);

export const checkFields: Fields<OnSiteCheckState> = (state, action, today, _orgId, salt) => {
  switch (action) {
    case 'rearrange':
      return salt % 8 === 0
        ? { on: today, checkers: salt % 16 ? [inspector, head] : [inspector, other] }
        : undefined;
    case 'hand-in':
      return today < state.on ? undefined : { scores: { order: 90, charges: salt % 101 } };
    case 'confirm':
      return { decision: salt % 3 ? 'confirm' : 'return' };
    case 'answer-objection':
      return salt % 2 || state.reserved ? { decision: 'keep' } : { decision: 'redo', on: today };
    case 'open-commitment':
      return { item: pick(failing(state), salt), limit: 'month' };
    default:
      return {};
  }
};
