import type { Asked, Replies, Reply } from '../../rehearsal/reply.ts';
import type { CommitmentState } from './state.ts';

type State = CommitmentState;
/** What is sent back gets a day of its own. */
const judges =
  (yes: string) =>
  ({ negative, today }: Asked<State>): Reply => ({
    fields: negative() ? { decision: 'return', due: today } : { decision: yes },
  });

/** What owner and bureau answer where a case that is rehearsed opens a commitment. */
export const replies: Replies<State> = {
  'sign-for': () => ({}),
  // Where evidence is wanted, any file will do.
  'report-done': () => ({ facts: { files: [{ id: 'evidence', sha256: '' }] } }),
  'helper-done': () => ({}),
  'press-report': () => ({}),
  'report-progress': () => ({ fields: { progress: 50 } }),
  review: judges('accept'),
  'strike-off': judges('strike'),
  'decide-waiver': ({ negative }) => ({ fields: { decision: negative() ? 'refuse' : 'approve' } }),
};
