import type { Day } from '../day.ts';
import type { Office } from '../permission.ts';

/** What is counted on a day, in this order. */
export const counted = [
  'opened',
  'due',
  'done',
  'late',
  'closed',
  'reminders',
  'escalations',
  'papers',
  'messages',
] as const;
export type Counted = (typeof counted)[number];
export type Counts = Record<Counted, number>;

export interface OfficeCount {
  office: Office;
  total: Counts;
  /** The most that it had before it at once, and the most that fell due on one day. */
  mostOpen: number;
  mostDue: number;
  mostDueOn?: Day;
  /** A place in `days` of the whole, then what is counted, in the order of `counted`. */
  days: [at: number, ...counts: number[]][];
}

export interface BusyDay {
  day: Day;
  counts: Counts;
  /** Who owes what on that day; the numbers add up to `counts.due`. */
  duties: { office: Office; step: string; times: number }[];
}

/** on: the due day is a day off and stays; rolled: it moved off one; across: a holiday lies in the term. */
export type HolidaySort = 'on' | 'rolled' | 'across';
export interface HolidayCount {
  sort: HolidaySort;
  step: string;
  /** 国庆节, 周末, … */
  name: string;
  due: Day;
  /** The day off that it would have been. */
  instead?: Day;
  times: number;
}

export interface Unmanned {
  office: Office;
  step: string;
  times: number;
  /** Others may do it in their place. */
  others: boolean;
}

export interface Unfinished {
  /** The member's id. */
  id: string;
  stage: string;
  waits: { step: string; office: Office }[];
  /** nobody: an office stands empty; never: not answered; refused: the procedure does not accept it; running: not yet due. */
  why: 'nobody' | 'never' | 'refused' | 'running';
}

export interface StageLength {
  stage: string;
  /** Passes through the stage, and the working days of all of them. */
  passes: number;
  workingDays: number;
  worst: number;
  worstId: string;
}

export interface Rehearsed {
  start: Day;
  end: Day;
  members: number;
  finished: number;
  acts: number;
  /** Moments at which a clock rang. */
  rings: number;
  total: Counts;
  days: { day: Day; counts: Counts }[];
  busiest: BusyDay[];
  offices: OfficeCount[];
  holidays: HolidayCount[];
  provisional: { step: string; times: number; firstDue: Day }[];
  unmanned: Unmanned[];
  unfinished: Unfinished[];
  stages: StageLength[];
  papers: { code: string; times: number }[];
  /** Orders to the outside beside papers, and messages, by their code. */
  effects: { code: string; times: number }[];
  /** Steps for which the kind's table has no answer. */
  unanswered: { step: string; times: number }[];
  refusals: { step: string; reason: string; times: number }[];
}
