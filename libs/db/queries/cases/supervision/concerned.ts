import type { Effect } from '#domain/case';
import type { MessageCode } from '#domain/message-codes';
import { clockAction } from '#domain/procedure';
import type { Sight } from '../visible.ts';

/** Acts and messages between the bureau and whoever is late. */
const acts: readonly string[] = ['urge', 'decide-escalation', clockAction];
const messages: readonly MessageCode[] = [
  ...(['reminder', 'late-in-house', 'escalation', 'urge'] as const),
  ...(['instructed', 'taken-over', 'paper-sent', 'assigned-reassign'] as const),
];

/**
 * What a reader sees of how somebody is urged: the bureau all of it, an organisation its own. Undefined where the act
 * was not about him at all; the rest of the case is read by all its parties.
 */
export function concerned(
  sight: Sight,
  { action, effects }: { action: string; effects: readonly Effect[] },
): readonly Effect[] | undefined {
  if (sight === 'all') return effects;
  const outside = effects.filter(
    (effect) => !('key' in effect) || stepOf(effect.key) !== 'decide-escalation',
  );
  if (!acts.includes(action)) return outside;
  const seen = outside.filter((effect) => {
    if (effect.type === 'issueNotice') return effect.to.some((orgId) => sight.includes(orgId));
    if (effect.type !== 'message' || !messages.includes(effect.code)) return true;
    return owners(effect, effects).some((orgId) => sight.includes(orgId));
  });
  const told = seen.some(({ type }) => type !== 'updateTodo' && type !== 'closeTodo');
  return told || seen.length === effects.length ? seen : undefined;
}

const stepOf = (key: string): string => key.split('/')[0] ?? key;

/** The organisations whose work a message is about: its receiver's, and that of the todo which it names. */
function owners(effect: Extract<Effect, { type: 'message' }>, all: readonly Effect[]): string[] {
  const about = all.flatMap((one) =>
    (one.type === 'updateTodo' || one.type === 'openTodo') && one.key === effect.todoKey
      ? [one.todo.office]
      : [],
  );
  return [effect.to, ...about].flatMap((office) => ('orgId' in office ? [office.orgId] : []));
}
