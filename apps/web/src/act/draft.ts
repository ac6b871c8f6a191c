import { readKept, writeKept } from '../kept/kept.ts';
import type { Values } from './body.ts';

/** What was typed for an action of a case, kept in this browser until it is sent. */
export interface Draft {
  values: Values;
  /** The id of the act and what was sent under it: a repetition of the same answers is the same act. */
  sent?: { actId: string; body: string };
}

const keyOf = (caseId: string, action: string): string => `draft.${caseId}.${action}`;

export function readDraft(caseId: string, action: string): Draft | undefined {
  const stored = readKept(keyOf(caseId, action));
  return typeof stored === 'object' && stored !== null && 'values' in stored ? (stored as Draft) : undefined;
}

export const writeDraft = (caseId: string, action: string, draft: Draft | undefined): void =>
  writeKept(keyOf(caseId, action), draft);

/** The act's id for these answers: the earlier one where they are unchanged. */
export function actIdFor(sent: Draft['sent'], body: string): string {
  return sent?.body === body ? sent.actId : crypto.randomUUID();
}
