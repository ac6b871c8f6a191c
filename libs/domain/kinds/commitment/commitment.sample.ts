// With what commitments are opened in tests, and what people fill in on the walks of procedure.test.ts.
import { assistedId, pick, pilotId, type Fields } from '../../procedure.sample.ts';
import { openParts, type CommitmentState } from './state.ts';

/** Owed by one hospital, with another that helps. */
export const issued = {
  owner: pilotId,
  ownerRole: 'liaison',
  helpers: `${assistedId}:liaison`,
  limit: 'half-month',
  evidence: 0,
  sourceCase: '018f0000-0000-7000-8000-000000000077',
  sourceKind: 'on-site-check',
  sourceItem: 'order.guide',
};

export const commitmentFields: Fields<CommitmentState> = (state, action, today, _orgId, salt) => {
  const again = { due: today };
  switch (action) {
    case 'report-progress':
      return { progress: salt % 101 };
    case 'review':
      return { ...again, decision: salt % 3 ? 'return' : 'accept' };
    case 'strike-off':
      return { ...again, decision: salt % 3 ? 'return' : 'strike' };
    case 'waive-helper':
      return { part: pick(openParts(state), salt)?.id };
    case 'decide-waiver':
      return { decision: salt % 4 ? 'refuse' : 'approve' };
    default:
      return {};
  }
};
