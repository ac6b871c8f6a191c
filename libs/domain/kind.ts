import type { z } from 'zod';
import type { CaseEvent, CaseState, Effect, Expected, Facts, RuleBook } from './case.ts';
import type { Instant } from './day.ts';
import type { Office, Refusal } from './permission.ts';
import type { PaperWork } from './paper-work.ts';
import type { Served } from './service/state.ts';

/** A paper of the case before it is issued. */
export interface DraftPaper {
  code: string;
  params?: Record<string, string | number>;
  /** Receiving organisations, where the paper itself does not know them. */
  to?: string[];
}

export interface Outcome<S> {
  state: S;
  effects: Effect[];
}

/** A step: a piece of work that an office owes. Its todo, deadline, reminders and escalation follow from this row. */
export interface Step {
  label: string;
  /** The action that answers it; the page leads there. */
  action: string;
  /** Code of the deadline row; absent where the day is agreed or there is none. */
  rule?: string;
  /** Which ladder urges it; absent: the default one. */
  ladder?: string;
  /** It is work on a paper: on the desk it stands among these. */
  papers?: PaperWork;
}

/** Who acts and for which organisation; all absent when the system acts. */
export interface Who {
  personId?: string;
  orgId?: string;
  /** The absent person whose post he exercises. */
  actingFor?: string;
}

/** The persons behind an act: a deputy inherits the conflicts of both. */
export const personsOf = ({ personId, actingFor }: Who): string[] =>
  [personId, actingFor].filter((person) => person !== undefined);

export interface ActEvent<F> extends Omit<CaseEvent, 'fields'> {
  fields: F;
  who: Who;
}

export interface Action<S extends CaseState, F = unknown> {
  label: string;
  /** The verb on the one button, never 确定. */
  verb: string;
  /** Stages in which it can be done; absent: in any that is not closed. */
  stages?: readonly string[];
  /** Who may act, most fitting first; 'system' for acts that effects bring back. */
  by: (state: S) => readonly Office[] | 'system';
  /** Code of the row that says who signs; the step it answers is then owed by the signers, one after the other. */
  route?: string | ((state: S, round: string) => string);
  /** Of a routed action: whether the fields say yes. What is not approved is decided by the first who says so. */
  approves?: (fields: F) => boolean;
  /** Of a routed action that several steps can wait for at once: which round of the step it answers. */
  round?: (fields: F) => string;
  /** Acts whose doers may not do this one: an inspector does not approve his own inspection. */
  apartFrom?: readonly string[];
  /** Acts on clocks, holders, signatures and service, which every kind has: shown apart from the procedure's own. */
  supervises?: boolean;
  /** Conditions beyond stage, office, signatures and conflicts. */
  unless?: (state: S, who: Who, facts: Facts) => Refusal | undefined;
  /** What happens, in full sentences, shown before a binding act; limits as `{code of the row}`. */
  consequences?: (state: S) => string[];
  /** The paper that this act signs: shown as a draft before it is done. Undefined: none with this choice. */
  paper?: (state: S, chosen: Record<string, unknown>) => DraftPaper | Refusal | undefined;
  /** Issues papers that nobody has to read before, a receipt of what was done: set all the same before it is done. */
  issues?: true;
  /** The answers on which that paper depends, none of them needed: the draft follows them. Absent: on none. */
  paperBy?: z.ZodObject;
  /** What must be supplied, free text included. */
  form: z.ZodType;
  /** The part of the form that decides: ids, codes, days, numbers. Only this reaches Temporal. */
  fields: z.ZodType<F>;
  apply: (state: S, event: ActEvent<F>, book: RuleBook) => Outcome<S> | Refusal;
}

export interface Opening<S extends CaseState, F = unknown> {
  by: readonly Office[] | 'system';
  /** Another case may order it as well (effect openCase). */
  bySystemToo?: boolean;
  fields: z.ZodType<F>;
  apply: (event: ActEvent<F>, book: RuleBook) => Outcome<S> | Refusal;
}

/** An act that stands, by its place in the case. */
export interface PastAct {
  seq: number;
  action: string;
}

/** Everything the runner, the API and the page need to know about one kind of case. */
export interface Kind<S extends CaseState> {
  code: string;
  label: string;
  /** Prefix of the register number, as in 结对〔2026〕12号. */
  registerMark: string;
  procedure: number;
  /** In the order of the procedure's map. */
  stages: Record<string, string>;
  /** Stages beside the main road: on the map only once a case entered them. */
  aside?: readonly string[];
  steps: Record<string, Step>;
  /** Code → label of the ends a case can have. */
  opening: Opening<S>;
  actions: Record<string, Action<S>>;
  /** What is waited for in this state. Todos and deadlines are opened and closed to match it. */
  expected: (state: S) => Expected[];
  /** The kind's own next instant, beside deadlines and ladders. */
  wake?: (state: S, book: RuleBook) => Instant | undefined;
  /** Called when wake() has come or a todo has expired; never decides by itself but where a rule says so. */
  elapse?: (state: S, at: Instant, expired: readonly string[], book: RuleBook) => Outcome<S>;
  /** Service of a paper on one recipient is proven, or attaches by law: what it starts counts from `served.on`. */
  onServed?: (state: S, served: Served) => Outcome<S>;
  /** Organisations that may see the case beside the bureau. */
  parties: (state: S) => string[];
  /** What becomes of a proposal that its proposer takes back before anybody signed; by the step that waited. */
  withdrawn?: Record<string, (state: S, round: string) => S>;
  /** Acts of which these see that they happened, but neither the form nor its files: sequence numbers. */
  keptBack?: (state: S, acts: readonly PastAct[]) => number[];
  /** The line in registers; names are looked up where it is stored, never in a workflow. */
  title: (state: S, nameOf: (orgId: string) => string, form: Record<string, unknown>) => string;
}

/** Ties the type of an action's fields to its apply(), then forgets it for the table. */
export function action<S extends CaseState, F>(row: Action<S, F>): Action<S> {
  return row as unknown as Action<S>;
}
export function opening<S extends CaseState, F>(row: Opening<S, F>): Opening<S> {
  return row as unknown as Opening<S>;
}
