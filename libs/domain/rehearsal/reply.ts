import type { Actor } from '../actor.ts';
import type { CaseState, Facts, OpenTodo } from '../case.ts';
import type { Day } from '../day.ts';
import type { Office } from '../permission.ts';

/** What somebody has before him when he answers in a rehearsal. */
export interface Asked<S extends CaseState> {
  state: S;
  todo: OpenTodo;
  today: Day;
  /** True as often as the assumptions say that people object, return or refuse; `about` tells two questions apart. */
  negative: (about?: string) => boolean;
  /** Who holds an office, where somebody is to be named. */
  holders: (office: Office) => readonly Actor[];
}

export interface Reply {
  /** Another action than the step's own: an objection, a returned plan. */
  action?: string;
  /** The part of the form that decides. */
  fields?: object;
  /** What the API would read for it. */
  facts?: Facts;
  /** What the same office does right after, as raising a problem with its weekly report. */
  then?: Reply;
}

/** What a kind's people fill in, by the action that a todo waits for. An action without a line is never answered. */
export type Replies<S extends CaseState> = Record<string, (asked: Asked<S>) => Reply>;
