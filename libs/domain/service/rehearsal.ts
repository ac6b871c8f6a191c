import type { Actor } from '../actor.ts';
import type { CaseState } from '../case.ts';
import type { Asked, Replies } from '../rehearsal/reply.ts';

const roles = ['inspector', 'section-head'] as const;
function servers({ holders }: Asked<CaseState>): Actor[] {
  const all = roles.flatMap((role) => [...holders({ bureau: true, role })]);
  const ids = [...new Set(all.map(({ personId }) => personId))].slice(0, 2);
  return ids.flatMap((id) => all.find(({ personId }) => personId === id) ?? []);
}

/** Recipients sign or refuse as assumed; two of the bureau go and leave it where they are refused. */
export const serviceReplies: Replies<CaseState> = {
  'sign-for-paper': ({ todo, negative }) => ({
    fields: { piece: todo.round, answer: negative() ? 'refuse' : 'confirm' },
  }),
  'record-service': (asked) => {
    const persons = servers(asked);
    const posted = asked.todo.step === 'follow-post';
    return {
      fields: {
        piece: asked.todo.round,
        result: posted ? 'post-received' : asked.negative() ? 'left' : 'handed',
        on: asked.today,
        servers: persons.map(({ personId }) => personId),
      },
      facts: { persons },
    };
  },
};
