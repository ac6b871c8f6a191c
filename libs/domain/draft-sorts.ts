import type { Role } from './role.ts';

interface DraftSort {
  /** As it stands in sentences: 本人报送的工作日历须由另一人批准. */
  label: string;
  /** What a line of the messages begins with. */
  short: string;
  proposers: readonly Role[];
  /** One of them, and never the proposer himself. */
  approvers: readonly Role[];
}

/** What the bureau changes by itself with two people: one line a sort. Its code is the place of its pages and endpoints. */
export const draftSorts = {
  calendar: {
    ...{ label: '工作日历', short: '日历' },
    ...{ proposers: ['system-admin'], approvers: ['system-admin', 'security-admin'] },
  },
  rules: {
    ...{ label: '规则变动', short: '规则' },
    ...{ proposers: ['system-admin'], approvers: ['system-admin', 'security-admin'] },
  },
  wording: {
    ...{ label: '文书措辞', short: '措辞' },
    ...{ proposers: ['section-head', 'legal-reviewer'], approvers: ['legal-reviewer', 'leader'] },
  },
} as const satisfies Record<string, DraftSort>;

export type DraftSortCode = keyof typeof draftSorts;
export const draftSortCodes = Object.keys(draftSorts) as DraftSortCode[];
export const draftSortOf = (code: DraftSortCode): DraftSort => draftSorts[code];

/** Everybody who proposes or approves drafts of this sort. */
export const concernedBy = (code: DraftSortCode): Role[] => {
  const { proposers, approvers } = draftSortOf(code);
  return [...new Set([...proposers, ...approvers])];
};
export const draftRoles: Role[] = [...new Set(draftSortCodes.flatMap(concernedBy))];

const steps = ['handed-in', 'returned', 'published'] as const;
export type DraftMessage = `${DraftSortCode}-${(typeof steps)[number]}`;

/** What is told of a draft, by the codes of the messages. */
export const draftMessages = Object.fromEntries(
  draftSortCodes.flatMap((code) =>
    steps.map((step) => [`${code}-${step}`, { label: draftSorts[code].short }]),
  ),
) as Record<DraftMessage, { label: string }>;
