import type { CaseState } from '../../case.ts';
import type { Day } from '../../day.ts';
import type { Office } from '../../permission.ts';
import type { Role } from '../../role.ts';
import type { End } from '../commitment/state.ts';

export type Side = 'pilot' | 'assisted';
export const sides: Record<Side, string> = { pilot: '试点医院', assisted: '帮带医院' };
export const otherSide = (side: Side): Side => (side === 'pilot' ? 'assisted' : 'pilot');

export interface PlanItem {
  id: string;
  area: string;
  /** Who does it. */
  side: Side;
  due: Day;
  status: 'todo' | 'doing' | 'done' | 'dropped';
  round: number;
}

/** Solved by a commitment of its own, which tells the pair how it ended. */
export interface Problem {
  id: string;
  area: string;
  raisedOn: Day;
  /** The organisation that has to solve it. */
  solver: string;
  end?: End;
}

/** An inspection is carried out in an on-site check, which brings its result. */
export interface Inspection {
  visitedId: string;
  on: Day;
  /** Absent until the check stands. */
  checkId?: string;
  /** One score from 0 to 100 per work area, as the check brought them. */
  scores?: Record<string, number>;
  approvedBy?: string;
}
export type InspectionPhase = 'midterm' | 'final';

export interface PairingState extends CaseState {
  kind: 'pairing';
  pilotId: string;
  assistedId: string;
  from: Day;
  to: Day;
  launchOn: Day;
  areas: string[];
  confirmedBy: Partial<Record<Side, string>>;
  objection?: { side: Side; round: number };
  objections: number;
  grouped: Partial<Record<Side, boolean>>;
  pledgedBy: Partial<Record<Side, string>>;
  plan: { round: number; submittedBy?: Side; items: PlanItem[] };
  /** Mondays of the weeks whose report is still owed; at most four. */
  weeks: Day[];
  lastWeek?: Day;
  missedInARow: number;
  problems: Problem[];
  inspections: Partial<Record<InspectionPhase, Inspection>>;
  inspectionRounds: Record<InspectionPhase, number>;
  handedIn: Partial<Record<'summary' | 'statement' | 'handover', boolean>>;
  ending?: { reason: EndReason; proposedBy: string; newPilotId?: string; newTo?: Day; round: number };
  endings: number;
  end?: EndReason;
}

export const endReasons = {
  completed: '期满办结',
  renewed: '期满续签',
  replaced: '更换结对医院',
  early: '提前终止',
} as const;
export type EndReason = keyof typeof endReasons;

export const openProblems = ({ problems }: Pick<PairingState, 'problems'>): Problem[] =>
  problems.filter(({ end }) => end === undefined);

export const orgOf = (state: PairingState, side: Side): string =>
  side === 'pilot' ? state.pilotId : state.assistedId;
export const sideOf = (state: PairingState, orgId: string | undefined): Side | undefined =>
  orgId === state.pilotId ? 'pilot' : orgId === state.assistedId ? 'assisted' : undefined;
export const at = (state: PairingState, side: Side, role: Role): Office => ({
  orgId: orgOf(state, side),
  role,
});
export const bureau = (role: Role): Office => ({ bureau: true, role });
/** Liaison first; the principal may always act for his hospital. */
export const hospital = (state: PairingState, ...which: Side[]): Office[] =>
  which.flatMap((side) => [at(state, side, 'liaison'), at(state, side, 'principal')]);
