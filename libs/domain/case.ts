import type { Actor } from './actor.ts';
import type { Calendar } from './calendar.ts';
import type { Day, Instant } from './day.ts';
import type { Deadline, DeadlineRule } from './deadline.ts';
import type { OfficeHours, Rung } from './ladder.ts';
import type { MessageCode } from './message-codes.ts';
import type { Office } from './permission.ts';
import type { Role } from './role.ts';
import type { RouteRule, Signing } from './signing.ts';
import type { ChainRule } from './service/chain.ts';
import type { Consent, Service } from './service/state.ts';
import type { ExtensionRule, SuspensionGround } from './supervision/rules.ts';
import type { Stopped } from './supervision/standing-still.ts';
import type { Assigned, Consult, Escalation, Request } from './supervision/state.ts';

/** The rule book: dated rows and the calendar, loaded when a run starts; the state keeps its version. */
export interface RuleBook {
  version: string;
  calendar: Calendar;
  deadlines: DeadlineRule[];
  ladder: Rung[];
  /** Who signs what, in which order. */
  routes: RouteRule[];
  extensions: ExtensionRule[];
  /** On which grounds a clock may be stopped. */
  grounds: SuspensionGround[];
  /** Absent in a book that was loaded before the bureau could append rows. */
  hours?: OfficeHours[];
  /** Which way of service follows another; absent as the hours are. */
  chain?: ChainRule[];
}

/** What the procedure waits for: one piece of work of one office. A todo and its deadline follow from it. */
export interface Expected {
  /** Code of the step; its label and deadline rule stand in the kind's step table. */
  step: string;
  /** Distinguishes repetitions and parallel pieces: a round, a week, an item's id. */
  round: string;
  office: Office;
  /** A day that people agreed on, instead of the step's rule. */
  due?: Day;
  /** From when the rule counts; the day of the event that opened it, unless named. */
  start?: Day;
  /** The one person of the office who owes it. */
  holder?: string;
}

export interface OpenTodo extends Expected {
  openedAt: Instant;
  /** The deadline as derived; absent where the step has no limit. */
  deadline?: Deadline;
  /** Rungs of the ladder that have fired. */
  fired: string[];
  expired?: Instant;
  /** Which ladder urges it; absent: the default one. */
  ladder?: string;
  /** A named person who has it in hand: handed over, delegated, reassigned or taken over. */
  assigned?: Assigned;
  /** Who stopped its clock, as long as it stands still. */
  stopped?: Stopped;
  /** The last day on which somebody urged it by hand. */
  urgedOn?: Day;
}

/** What every kind's state has in common. It holds ids, codes, days and numbers only, never names or free text. */
export interface CaseState {
  kind: string;
  procedure: number;
  stage: string;
  bookVersion: string;
  openedAt: Instant;
  closedAt?: Instant;
  campaignId?: string;
  todos: Record<string, OpenTodo>;
  /** Decisions that need signatures, by the key of the step that waits for them. */
  signings?: Record<string, Signing>;
  /** Applications about a clock or a person, until they are decided; by a running number. */
  requests?: Record<string, Request>;
  /** What the ladder has put before somebody to decide, until he has; by a running number. */
  escalations?: Record<string, Escalation>;
  consults?: Record<string, Consult>;
  /** The last running number that was given to any of these. */
  lastRequest?: number;
  /** Papers that are served formally, by a running number; absent where there was none. */
  services?: Record<string, Service>;
  /** Who agreed to be served electronically, by recipient. */
  consents?: Record<string, Consent>;
  /** Who did the acts whose doers may not do another one. */
  hands?: Record<string, string[]>;
  /** Persons who stand aside in this case by decision. */
  recused?: string[];
}

/** What one act rests on; read by the API, checked again inside the commit. */
export interface Facts {
  files?: { id: string; sha256: string }[];
  records?: { id: string; version: number }[];
  numbers?: Record<string, number>;
  /** To whom a paper goes, as the text says that `records` names. */
  recipients?: string[];
  /** That text wants a paper of its own for each of them. */
  each?: true;
  /** Results of a checklist by item, as the records say that `records` names. */
  findings?: Record<string, 'pass' | 'fail' | 'na'>;
  /** Persons whom the act names, with what they hold. */
  persons?: Actor[];
  /** Organisations that the act names, each with the office in which it answers. */
  offices?: { orgId: string; role: Role }[];
  /** Todos whose holder was urged by hand today, in this case or another. */
  urgedToday?: string[];
  /** The papers that the act issues, as they were set before it was done: the hash of what each says, in their order. */
  papers?: string[];
  /** Of an act that belongs to a bulk: when the bulk began. What it urged itself since then does not count. */
  bulkSince?: Instant;
}

export interface CaseEvent {
  actId: string;
  action: string;
  actor: Actor | 'system';
  /** The organisation for which the actor acts. */
  onBehalfOf?: string;
  /** The absent person whose post the actor exercises in this act. */
  actingFor?: string;
  at: Instant;
  day: Day;
  fields: unknown;
  facts: Facts;
}

/** Orders carried out inside the commit's transaction. */
export type InnerEffect =
  | { type: 'openTodo'; key: string; todo: OpenTodo }
  | { type: 'closeTodo'; key: string; outcome: 'done' | 'dropped' }
  | { type: 'updateTodo'; key: string; todo: OpenTodo }
  /** The papers of this case are void from now on; their receivers are told. */
  | { type: 'voidNotice' }
  | {
      type: 'message';
      to: Office;
      /** Only to this person; the office says in what capacity. */
      person?: string;
      code: MessageCode;
      todoKey?: string;
      params?: Record<string, string | number>;
    };

/** Orders to the outside, performed by ordinary activities after the commit. */
export type OuterEffect =
  | {
      type: 'issueNotice';
      code: string;
      to: string[];
      /** One paper for each receiver, each with its number. */
      each?: true;
      /** Its receivers get it by `deliverNotice`, and nobody outside the bureau reads it before. */
      held?: true;
      params?: Record<string, string | number>;
      /** Of a paper that is served formally: its number in `state.services`. */
      service?: number;
      /** The act by which the case hears that its papers were sealed electronically, where they are. */
      whenSealed?: string;
    }
  /**
   * What the case issued reaches its receivers' inboxes; with the code of the paper a case of its own serves it formally,
   * with `each` one for each of the papers, a member of this case.
   */
  | { type: 'deliverNotice'; to: string[]; serving?: string; each?: true }
  | { type: 'openCases'; kind: string }
  | { type: 'openCase'; kind: string; fields: Record<string, string | number> }
  | { type: 'tellCase'; caseId: string; action: string; fields: Record<string, string | number> }
  /** All open cases that belong to this one, as its members or to serve its papers, hear of it. */
  | { type: 'tellMembers'; action: string };

export type Effect = InnerEffect | OuterEffect;

const inner: readonly string[] = ['openTodo', 'closeTodo', 'updateTodo', 'voidNotice', 'message'];
export const isOuter = (effect: Effect): effect is OuterEffect => !inner.includes(effect.type);
