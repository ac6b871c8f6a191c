import type { Post } from './actor.ts';
import { separatedRoles } from './role.ts';
import type { Role } from './role.ts';

export type Office = Pick<Post, 'orgId' | 'role'>;

/** Steps within a bureau and within a hospital; the three administrators stand outside them. */
const ranks: Partial<Record<Role, number>> = {
  'chief-leader': 4,
  leader: 3,
  'section-head': 2,
  inspector: 1,
  'legal-reviewer': 1,
  archivist: 1,
  principal: 3,
  liaison: 2,
  clerk: 1,
  department: 1,
  evaluator: 1,
};
const arrangers: readonly Role[] = ['section-head', 'leader', 'chief-leader'];

/** The house within which powers may be passed on: the bureau with its sections, or one organisation outside it. */
function side({ orgId, role }: Office): string {
  if (role === 'principal' || role === 'liaison' || role === 'clerk') return `hospital/${orgId}`;
  if (role === 'department' || role === 'evaluator') return `${role}/${orgId}`;
  return 'bureau';
}

/**
 * Whether somebody with these posts of his own may exercise the given one: of the same house, and at most one step
 * below. An administrator's post has no step; what keeps the 三员 apart is asked beside this.
 */
export function mayDeputise(given: Office, own: readonly Office[]): boolean {
  const needed = ranks[given.role] ?? 0;
  return own.some((held) => {
    if (side(held) !== side(given)) return false;
    return separatedRoles.includes(given.role) || (ranks[held.role] ?? -1) >= needed - 1;
  });
}

/** Whether somebody with these posts of his own may arrange a deputy for the holder of the given one. */
export function mayArrange(given: Office, own: readonly Office[]): boolean {
  return own.some((held) => {
    if (held.role === 'security-admin') return true;
    if (held.role === 'principal') return side(held) === side(given);
    if (!arrangers.includes(held.role) || separatedRoles.includes(given.role)) return false;
    return side(given) === 'bureau' && (ranks[held.role] ?? 0) >= (ranks[given.role] ?? 0);
  });
}
