import { bureauRoles, hospitalRoles, roles, separatedRoles } from './role.ts';
import type { OrgKind, Role } from './role.ts';

/** In which kinds of organisation a role may be held. 三员 belong to the bureau; a third-party evaluator to neither side. */
export function orgKindsFor(role: Role): readonly OrgKind[] {
  if (bureauRoles.includes(role) || separatedRoles.includes(role)) return ['bureau', 'section'];
  if (hospitalRoles.includes(role)) return ['hospital'];
  if (role === 'evaluator') return ['bureau', 'section', 'department'];
  return ['department'];
}

/** 三员分立: the role that the person already holds and that excludes the new one. */
export function separationConflict(held: readonly Role[], role: Role): Role | undefined {
  if (!separatedRoles.includes(role)) return undefined;
  return held.find((other) => other !== role && separatedRoles.includes(other));
}

export const separationSentence = (held: Role, role: Role): string =>
  `已担任${roles[held]}，不能再担任${roles[role]}（三员分立）。`;
