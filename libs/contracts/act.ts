import type { Actor } from '#domain/actor';
import type { CaseEvent, CaseState, Effect, Facts, OuterEffect, RuleBook } from '#domain/case';

/** Messages between API, runner and activities. They hold ids, codes, days and numbers, never names or free text. */
export interface ActMessage {
  actId: string;
  action: string;
  actor: Actor | 'system';
  onBehalfOf?: string;
  actingFor?: string;
  fields: unknown;
  facts: Facts;
}

export interface ActResult {
  actId: string;
  seq: number;
  stage: string;
}

export interface RunCaseInput {
  caseId: string;
  kind: string;
  /** Continue as new past so many events; Temporal's own suggestion when absent. */
  historyLimit?: number;
}

export interface StoredEffect {
  seq: number;
  index: number;
  effect: OuterEffect;
}

/** What PostgreSQL holds of a case: what a runner starts from, and what it adopts when it finds itself behind. */
export interface StoredCase {
  state: CaseState;
  seq: number;
  /** Effects to the outside that are not done. */
  undone: StoredEffect[];
  /** Its number in its register of the year. */
  place?: number;
}

export interface LoadedCase {
  stored?: StoredCase;
  book: RuleBook;
}

export interface CommitInput {
  caseId: string;
  kind: string;
  /** The sequence number this event will have. */
  seq: number;
  event: CaseEvent;
  state: CaseState;
  effects: Effect[];
}

export type CommitOutcome =
  /** `place` with the event that opened the case. */
  | { status: 'committed'; inputHash: string; place?: number }
  | { status: 'stood'; result: ActResult; stored: StoredCase }
  | { status: 'behind'; stored: StoredCase }
  | { status: 'facts-changed'; reason: string };

export type LookOutcome = { result?: ActResult; stored?: StoredCase };

/** Tells the receiving case by an act of the system; its id is derived from the effect, so a repeat is recognised. */
export const effectActId = (caseId: string, seq: number, index: number): string =>
  `${caseId}:${seq}:${index}`;
export const clockActId = (caseId: string, seq: number): string => `${caseId}:clock:${seq}`;
/** A case takes in each version of the rule book once. */
export const bookActId = (caseId: string, version: string): string => `${caseId}:book:${version}`;
