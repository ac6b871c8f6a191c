import type { Role } from '../api/types.ts';

/** Who supervises. */
export const bureauRoles: readonly Role[] = [
  ...(['inspector', 'section-head', 'legal-reviewer', 'leader', 'chief-leader', 'archivist'] as const),
];

/** Who asks beforehand what a campaign will bring. */
export const rehearsalRoles: readonly Role[] = ['inspector', 'section-head', 'leader', 'chief-leader'];

/** Who meets cases; the three administrators don't (三员). */
export const caseRoles: readonly Role[] = [
  ...bureauRoles,
  ...(['liaison', 'principal', 'clerk', 'department', 'evaluator'] as const),
];

/** Who words papers, and who approves how they are worded. */
export const wordingRoles: readonly Role[] = ['section-head', 'legal-reviewer', 'leader'];

/** Who proposes and approves the working-day calendar and the rules. */
export const calendarAdmins: readonly Role[] = ['system-admin', 'security-admin'];
