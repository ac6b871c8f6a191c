import type { Actor } from './actor.ts';
import type { Day } from './day.ts';
import { personsOf, type Who } from './kind.ts';
import { postsFor, type Office } from './permission.ts';
import type { Role } from './role.ts';
import type { Rule } from './rule.ts';

/** One stage of a route. `signers`: for each the roles that may sign, the addressee first. */
export interface RouteStage {
  signers: readonly (readonly Role[])[];
  /** How many must approve: all of them unless a number is named; 1 is any of them. */
  need?: number;
}

/** A dated row: who signs, stage after stage. */
export interface RouteRule extends Rule {
  stages: readonly RouteStage[];
}

export interface Signer {
  /** Running number within the signing; a returned stage gets new ones, so that its todos and ladders begin anew. */
  id: number;
  offices: Office[];
  /** A named signer: only he, or his deputy. */
  personId?: string;
  vote?: 'approve' | 'refuse';
  by?: string[];
  on?: Day;
}

export interface SigningStage {
  need: number;
  signers: Signer[];
}

/** A decision on its way through its signers; what it is about stands where the step stands. */
export interface Signing {
  action: string;
  /** Who handed it in: none of them signs. */
  askedBy: string[];
  /** The organisation in which it was handed in. */
  askedIn?: string;
  stages: SigningStage[];
  at: number;
  /** The next signer's number. */
  next: number;
}

export function openSigning(
  action: string,
  route: RouteRule,
  asked: Pick<Signing, 'askedBy' | 'askedIn'>,
): Signing {
  let next = 0;
  const stages = route.stages.map(({ signers, need = signers.length }) => ({
    need,
    signers: signers.map((roles) => ({
      id: next++,
      offices: roles.map((role): Office => ({ bureau: true, role })),
    })),
  }));
  return { action, ...asked, stages, at: 0, next };
}

/** Who has yet to sign in the stage that it has come to. */
export const pendingSigners = ({ stages, at }: Signing): Signer[] =>
  (stages[at]?.signers ?? []).filter(({ vote }) => vote === undefined);

/** A named place is filled by its person, himself or through his deputy; another by whoever holds its office. */
export const fillsPlace = ({ personId }: Signer, who: Who): boolean =>
  personId === undefined || personsOf(who).includes(personId);

/** Everybody who has signed so far: one person, one signature. */
export const signedBy = ({ stages }: Signing): string[] =>
  stages.flatMap(({ signers }) => signers.flatMap(({ by }) => by ?? []));

/** The place that this person may fill now. */
export const placeOf = (signing: Signing, actor: Actor, who: Who): Signer | undefined =>
  pendingSigners(signing).find(
    (signer) =>
      fillsPlace(signer, who) &&
      postsFor(actor, signer.offices).some(
        (held) => held.orgId === who.orgId && held.actingFor === who.actingFor,
      ),
  );

export type Verdict = 'pending' | 'approved' | 'refused';

/** Puts a vote into its place and says whether that settles it. */
export function sign(
  signing: Signing,
  { id }: Signer,
  vote: 'approve' | 'refuse',
  who: Who,
  on: Day,
): { signing: Signing; verdict: Verdict } {
  const stages = signing.stages.map((stage) => ({
    ...stage,
    signers: stage.signers.map((signer) =>
      signer.id === id ? { ...signer, vote, by: personsOf(who), on } : signer,
    ),
  }));
  const voted = { ...signing, stages };
  const stage = stages[signing.at];
  if (!stage) return { signing: voted, verdict: 'pending' };
  const count = (wanted: string) => stage.signers.filter((signer) => signer.vote === wanted).length;
  if (stage.signers.length - count('refuse') < stage.need) return { signing: voted, verdict: 'refused' };
  if (count('approve') < stage.need) return { signing: voted, verdict: 'pending' };
  const at = signing.at + 1;
  return { signing: { ...voted, at }, verdict: at === stages.length ? 'approved' : 'pending' };
}

/** 加签: another signer in a stage of his own, before the present one or right after it. */
export function addSigner(
  signing: Signing,
  signer: Pick<Signer, 'offices' | 'personId'>,
  where: 'before' | 'after',
): Signing {
  const added = { need: 1, signers: [{ ...signer, id: signing.next }] };
  const index = where === 'before' ? signing.at : signing.at + 1;
  const stages = [...signing.stages.slice(0, index), added, ...signing.stages.slice(index)];
  return { ...signing, stages, next: signing.next + 1 };
}

/** Back to an earlier stage: it and all after it are signed anew. */
export function returnTo(signing: Signing, stage: number): Signing {
  let { next } = signing;
  const stages = signing.stages.map((one, index) =>
    index < stage || index > signing.at
      ? one
      : {
          ...one,
          signers: one.signers.map(({ offices, personId }) => ({
            offices,
            id: next++,
            ...(personId === undefined ? {} : { personId }),
          })),
        },
  );
  return { ...signing, stages, at: stage, next };
}

/** 转办 of a signature: the place is another person's from now on. */
export const renamePlace = (signing: Signing, id: number, personId: string): Signing => ({
  ...signing,
  stages: signing.stages.map((stage) => ({
    ...stage,
    signers: stage.signers.map((signer) => (signer.id === id ? { ...signer, personId } : signer)),
  })),
});
