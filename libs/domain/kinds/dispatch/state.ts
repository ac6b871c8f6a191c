import type { CaseState } from '../../case.ts';
import type { Day } from '../../day.ts';
import { personsOf, type Who } from '../../kind.ts';
import { noticeTypeOf } from '../../notice-types.ts';
import type { Drafting } from '../../notice-type.ts';
import { refuse, type Office, type Refusal } from '../../permission.ts';
import type { Role } from '../../role.ts';

export const ties = { replace: '替代', correct: '更正' } as const;
export type Tie = keyof typeof ties;

export interface DispatchState extends CaseState {
  kind: 'dispatch';
  /** Code of the paper that is drafted. */
  paper: string;
  drafter: { personId: string; orgId: string; role: 'inspector' | 'section-head' };
  /** How often it has been drafted: one more with every return. */
  round: number;
  /** The version of the text that was handed in last, and frozen by it. */
  text?: { id: string; version: number };
  /** Receiving organisations, as that text says. */
  to: string[];
  /** 逐户发文: each of them gets a paper of its own, under its own number. */
  each?: true;
  /** The reviewer wants a legal opinion where none is prescribed. */
  legalAsked?: boolean;
  signedBy?: string[];
  issuedOn?: Day;
  /** Formal service, until everybody is served. */
  service?: CommonService | ServiceOfEach;
  /** An earlier paper that this one takes the place of. */
  replaces?: { noticeId: string; how: Tie };
  voiding?: { round: number };
  voidings: number;
}

/** One paper for all: the case in which it is served, once it is open. */
interface CommonService {
  caseId?: string;
}
/** A paper of its own for each: as many cases, members of this one. */
interface ServiceOfEach {
  /** How many, once all of them are open. */
  begun?: number;
  ended: number;
}

export const bureau = (role: Role): Office => ({ bureau: true, role });

export const draftingOf = ({ paper }: Pick<DispatchState, 'paper'>): Drafting =>
  noticeTypeOf(paper).drafting ?? {};

export const drafterOffice = ({ drafter }: DispatchState): Office => ({
  orgId: drafter.orgId,
  role: drafter.role,
});

/** Whose pen it is: the drafter's, or that of a colleague to whom the draft was handed over. */
export function writers({ drafter, todos }: DispatchState): string[] {
  const open = Object.values(todos).filter(({ step }) => step === 'submit' || step === 'revise');
  return open.length === 0
    ? [drafter.personId]
    : open.map(({ assigned, holder }) => assigned?.personId ?? holder ?? drafter.personId);
}

/** A draft is nobody else's, not even a colleague's in the same section. */
export const notTheDrafter = (state: DispatchState, who: Who): Refusal | undefined =>
  personsOf(who).some((person) => writers(state).includes(person))
    ? undefined
    : refuse('drafter', '文稿由起草人修改和报送，请联系起草人。');

export const issuedStages = ['sealing', 'sending', 'sent'] as const;
