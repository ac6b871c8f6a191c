import type { Day } from '#domain/day';
import type { OrgKind } from '#domain/role';

/** One pair as somebody wrote it; `row` is the number that he sees beside it (Excel row, line of the paste). */
export interface PairRow {
  row: number;
  pilotText: string;
  assistedText: string;
}

export interface RegisteredHospital {
  id: string;
  name: string;
  /** Short and former names. */
  aliases: readonly string[];
  kind: OrgKind;
  disabled: boolean;
}

/** A pairing that stands already. Its term includes both days. */
export interface StandingPairing {
  pilotId: string;
  assistedId: string;
  from: Day;
  to: Day;
}

export interface PairOptions {
  from: Day;
  to: Day;
  /** Whether one hospital may be assisted by several in overlapping terms. */
  allowSeveralHelpers: boolean;
}

export type PairSide = 'pilot' | 'assisted';

/** How sure the match is: the registered name, a short or former name, or the same name written more loosely. */
export type MatchedBy = 'name' | 'alias' | 'variant';

export interface MatchedHospital {
  id: string;
  name: string;
  by: MatchedBy;
}

export interface Suggestion {
  id: string;
  name: string;
}

export const sideLabels: Record<PairSide, string> = { pilot: '试点医院', assisted: '帮带医院' };
