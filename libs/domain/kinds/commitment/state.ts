import type { CaseState } from '../../case.ts';
import type { Day, Instant } from '../../day.ts';
import type { Who } from '../../kind.ts';
import { personsOf } from '../../kind.ts';
import { refuse, type Office, type Refusal } from '../../permission.ts';
import type { Role } from '../../role.ts';

/** In which office an organisation answers: a hospital by its liaison, another authority, a section by its head. */
export const ownerRoles = ['liaison', 'principal', 'department', 'section-head'] as const;
export type OwnerRole = (typeof ownerRoles)[number];

export const limits = {
  'five-days': '5个工作日内',
  'half-month': '15日内',
  month: '30日内',
  day: '指定日期',
} as const;
export type Limit = keyof typeof limits;

/** 协办: a part of the work that another organisation does. */
export interface HelperPart {
  id: string;
  orgId: string;
  role: OwnerRole;
  status: 'open' | 'done' | 'waived';
}

export interface CommitmentState extends CaseState {
  kind: 'commitment';
  /** Where it comes from; its words stand in that case's submission where `seq` is given, else in its own. */
  source?: { caseId: string; kind: string; item?: string; seq?: number };
  owner: { orgId: string; role: OwnerRole; personId?: string };
  helpers: HelperPart[];
  /** Who sees it without owing anything: the sides of the pair whose problem it is. */
  concerned?: string[];
  limit: Limit;
  issuedOn: Day;
  /** The day as first set; of a later round the day that was set with its return. */
  due: Day;
  /** Nothing counts as done without files. */
  evidence: boolean;
  round: number;
  /** How often it was sent back. */
  returns: number;
  /** As the owner last told, in percent. */
  progress: number;
  waiver?: { round: number };
  waivers: number;
  /** When it was begun, or reported on, last; absent in commitments of before. */
  heard?: { at: Instant; reported: boolean };
  /** Two reports in a row were not made, and nothing was heard since. */
  silence?: { round: number; pressed: boolean };
  silences?: number;
  end?: End;
}

export const ends = { struck: '已销号', waived: '不再需要' } as const;
export type End = keyof typeof ends;

/** After so many returns the section head judges himself (process-law.md §4, [P]). */
export const mostReturns = 2;

/** The acts of those who carry it out: whoever did one neither reviews nor strikes off. */
export const executing = ['sign-for', 'report-progress', 'report-done', 'helper-done'] as const;

export const bureau = (role: Role): Office => ({ bureau: true, role });

/** The head of a hospital may always act for it, its liaison even where another person is named. */
const officesIn = (orgId: string, role: OwnerRole): Office[] =>
  role === 'liaison' || role === 'principal'
    ? [
        { orgId, role: 'liaison' },
        { orgId, role: 'principal' },
      ]
    : [{ orgId, role }];

export const ownerOffices = ({ owner }: CommitmentState): Office[] => officesIn(owner.orgId, owner.role);
export const helperOffices = ({ helpers }: CommitmentState): Office[] =>
  helpers.flatMap(({ orgId, role }) => officesIn(orgId, role));

export const openParts = ({ helpers }: CommitmentState): HelperPart[] =>
  helpers.filter(({ status }) => status === 'open');

/** Neither the owner nor a helper judges the work, whatever his other posts. */
export function standsApart({ owner, helpers }: CommitmentState, who: Who): Refusal | undefined {
  if (owner.personId !== undefined && personsOf(who).includes(owner.personId))
    return refuse('own', '您是本事项的责任人，不能审核或销号。');
  const involved = [owner.orgId, ...helpers.map(({ orgId }) => orgId)];
  return who.orgId !== undefined && involved.includes(who.orgId)
    ? refuse('own', '本处室是责任单位或协办单位，不能审核或销号，请由其他处室办理。')
    : undefined;
}

/** The day by which the owner has to be done, extensions included. */
export const dueOf = ({ todos, due }: CommitmentState): Day =>
  Object.values(todos).find(({ step }) => step.startsWith('report-done'))?.deadline?.due ?? due;
