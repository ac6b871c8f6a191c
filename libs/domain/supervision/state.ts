import type { Day } from '../day.ts';
import type { RungPaper } from '../ladder.ts';
import type { Office } from '../permission.ts';
import type { Role } from '../role.ts';

/** How a named person came to have a todo in hand. */
export const assignments = {
  'hand-over': '转办',
  delegate: '委派',
  reassign: '改派',
  'take-over': '亲自办理',
} as const;

export interface Assigned {
  sort: keyof typeof assignments;
  personId: string;
  /** The office in which he does it. */
  office: Office;
  /** Whoever delegated it, to whom it comes back. */
  backTo?: string;
}

/** Whoever asked, and for which organisation. */
export interface AskedBy {
  personId?: string;
  orgId?: string;
}

/** 申请延期、申请中止、申请回避: until somebody else has decided. */
export type Request = { on: Day; route: string } & (
  | { sort: 'extension'; todo: string; until: Day; count: number; nth: number }
  | { sort: 'suspension'; todos: string[]; ground: string; by?: AskedBy }
  | { sort: 'recusal'; personId: string }
);

/** A rung that puts a late todo before somebody who decides what happens. */
export interface Escalation {
  todo: string;
  rung: string;
  role: Role;
  on: Day;
  /** Whoever keeps it in his own hands until the work is done. */
  takenBy?: string;
  /** What the ladder proposes to issue. */
  paper?: RungPaper;
}

/** 征求意见: an opinion that is no vote. */
export interface Consult {
  /** The key of the signing that it is about. */
  about: string;
  personId: string;
  office: Office;
  askedBy: string;
}
