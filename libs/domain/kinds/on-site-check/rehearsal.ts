import type { Replies } from '../../rehearsal/reply.ts';
import { itemsOf } from './checklists.ts';
import type { OnSiteCheckState } from './state.ts';

/** What checkers and the visited answer where a case that is rehearsed orders a check: nothing fails. */
export const replies: Replies<OnSiteCheckState> = {
  'hand-in': ({ state: { checklist, groups } }) => ({
    fields: { scores: Object.fromEntries(groups.map((group) => [group, 85])) },
    facts: { findings: Object.fromEntries(itemsOf(checklist, groups).map(({ code }) => [code, 'pass'])) },
  }),
  confirm: ({ negative }) => ({ fields: { decision: negative() ? 'return' : 'confirm' } }),
  sign: ({ negative }) => (negative() ? { action: 'object' } : {}),
  'answer-objection': () => ({ fields: { decision: 'keep' } }),
  file: () => ({}),
};
