import type { CaseState } from '../case.ts';
import { conflictOf } from '../entitled.ts';
import type { ActEvent, Action, Kind } from '../kind.ts';
import { isRefusal, type Refusal } from '../permission.ts';
import { aboutReceiver } from './about-receiver.ts';

/** Acts that put work, a signature or a question into a named person's hands. */
const givingActs = ['hand-over', 'delegate', 'reassign', 'decide-escalation', 'add-signer', 'consult'];

interface Given {
  todo?: string;
  escalation?: string;
  personId?: string;
}

/** Why the person whom this act names may not have a hand in this case: what he was given would lie there for good. */
function notFree<S extends CaseState>(
  kind: Kind<S>,
  state: S,
  code: string,
  { fields, facts }: ActEvent<Given>,
): Refusal | undefined {
  const person = facts.persons?.find(({ personId }) => personId === fields.personId);
  const post = person?.posts.find(({ actingFor }) => actingFor === undefined);
  if (!person || !post) return undefined;
  const key = fields.todo ?? state.escalations?.[fields.escalation ?? '']?.todo;
  const step = key === undefined ? undefined : state.todos[key]?.step;
  // Whoever only helps does not do the act itself.
  const action = code === 'delegate' || step === undefined ? undefined : kind.steps[step]?.action;
  const who = { personId: person.personId, orgId: post.orgId };
  const conflict = conflictOf(kind, state, action ? kind.actions[action] : undefined, { who, actor: person });
  return conflict && aboutReceiver(conflict);
}

/** The action, refused where whoever would receive may not have a hand in the case. */
export function toTheFree<S extends CaseState>(
  kind: Kind<S>,
  code: string,
  action: Action<CaseState>,
): Action<CaseState> {
  if (!givingActs.includes(code)) return action;
  return {
    ...action,
    apply: (state, event, book) => {
      const made = action.apply(state, event, book);
      const given = event as ActEvent<Given>;
      return isRefusal(made) ? made : (notFree(kind, state as S, code, given) ?? made);
    },
  };
}
