import type { CaseState } from '../case.ts';
import type { Asked, Replies } from '../rehearsal/reply.ts';

const idOf = ({ todo }: Asked<CaseState>): string => todo.round.split(':')[0] ?? '';
const grants = (asked: Asked<CaseState>) => ({
  fields: { request: idOf(asked), decision: asked.negative() ? 'refuse' : 'approve' },
});

/** What people answer to what supervising puts before them, in every kind: a leader issues what the ladder proposes. */
export const supervisionReplies: Replies<CaseState> = {
  'decide-escalation': (asked) => {
    const escalation = idOf(asked);
    const paper = asked.state.escalations?.[escalation]?.paper;
    return {
      fields: paper ? { escalation, decision: 'issue', paper } : { escalation, decision: 'instruct' },
    };
  },
  'decide-extension': grants,
  'decide-suspension': grants,
  'decide-recusal': grants,
  advise: (asked) => ({ fields: { consult: idOf(asked) } }),
};
