import type { CaseState } from '../../case.ts';
import type { Day } from '../../day.ts';
import type { Office } from '../../permission.ts';
import type { Role } from '../../role.ts';

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

/** A problem climbs: the pilot hospital, the bureau's office, the leader (process-law.md §6, [P]). */
export const problemLevels = { pair: '结对双方', office: '主管处室', leader: '分管领导' } as const;
export type ProblemLevel = keyof typeof problemLevels;
export interface Problem {
  id: string;
  area: string;
  level: ProblemLevel;
  raisedOn: Day;
  status: 'open' | 'answered' | 'closed';
  round: number;
}

export interface Inspection {
  round: number;
  on: Day;
  /** One score from 0 to 100 per work area. */
  scores: Record<string, number>;
  inspectorId: string;
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
