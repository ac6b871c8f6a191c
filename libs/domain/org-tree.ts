import type { OrgKind } from './role.ts';

/** Under what an organisation may stand; `none` is the top. A desk has one bureau. */
const parents: Record<OrgKind, readonly (OrgKind | 'none')[]> = {
  bureau: ['none'],
  section: ['bureau', 'section'],
  hospital: ['bureau', 'hospital'],
  department: ['none', 'bureau'],
};

export const mayStandUnder = (kind: OrgKind, parent: OrgKind | undefined): boolean =>
  parents[kind].includes(parent ?? 'none');
