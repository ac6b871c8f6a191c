import type { CaseState } from '../../case.ts';
import type { Day } from '../../day.ts';
import { personsOf, type Who } from '../../kind.ts';
import type { Office } from '../../permission.ts';
import type { Role } from '../../role.ts';

export const findingResults = { pass: '合格', fail: '不合格', na: '不适用' } as const;
export type FindingResult = keyof typeof findingResults;

/** In which office somebody of the bureau checks. */
export const checkerRoles: readonly Role[] = ['inspector', 'section-head', 'legal-reviewer', 'leader'];

export interface Checker {
  personId: string;
  role: Role;
}

export interface OnSiteCheckState extends CaseState {
  kind: 'on-site-check';
  source?: { caseId: string; kind: string; item?: string; seq?: number };
  visitedId: string;
  /** Who sees it beside the visited: the other side of a pair. */
  concerned?: string[];
  /** Each group of the checklist gets a score from 0 to 100. */
  scored?: boolean;
  /** Its source publishes the result: nobody outside the bureau sees it before. */
  reserved?: boolean;
  checkers: Checker[];
  on: Day;
  checklist: number;
  groups: string[];
  round: number;
  /** Who handed in the results of this round, a deputy with whom he stands in for: none of them confirms it. */
  handedIn?: string[];
  /** As handed in. */
  results: Record<string, FindingResult>;
  /** By group, as handed in. */
  scores?: Record<string, number>;
  signed?: 'signed' | 'objected' | 'unsigned';
  objections: number;
  /** Findings for which a commitment was opened: the item, and how it ended. */
  commitments: { item: string; end?: string }[];
}

/** Stages in which what was found is the bureau's own: one checker's word, or not published yet, or void. */
export const unshown: readonly string[] = ['planned', 'confirming', 'reserved', 'dropped'];

export const bureau = (role: Role): Office => ({ bureau: true, role });
export const partiesOf = ({ visitedId, concerned = [] }: OnSiteCheckState): string[] => [
  visitedId,
  ...concerned,
];
export const visited = ({ visitedId }: OnSiteCheckState): Office[] => [
  { orgId: visitedId, role: 'liaison' },
  { orgId: visitedId, role: 'principal' },
];

export const todoRound = ({ round }: Pick<OnSiteCheckState, 'round'>, index: number): string =>
  `${round}.${index + 1}`;

/** Who checks now: whoever was named, or the colleague to whom his work was given. */
export const checkersOf = (state: OnSiteCheckState): Checker[] =>
  state.checkers.map((checker, index) => {
    const round = todoRound(state, index);
    const { assigned } = state.todos[`check/${round}`] ?? state.todos[`confirm/${round}`] ?? {};
    return assigned ? { personId: assigned.personId, role: assigned.office.role } : checker;
  });

export const isChecker = (state: OnSiteCheckState, who: Who): boolean => {
  const checkers = checkersOf(state).map(({ personId }) => personId);
  return personsOf(who).some((person) => checkers.includes(person));
};

export const checkerOffices = (state: OnSiteCheckState): Office[] =>
  [...new Set(checkersOf(state).map(({ role }) => role))].map(bureau);
