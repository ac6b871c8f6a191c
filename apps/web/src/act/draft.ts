import { newKey } from '../api/sent-once.ts';
import { readKept, writeKept } from '../kept/kept.ts';
import type { Values } from './body.ts';

/** What was typed for an action of a case, kept in this browser until it is sent. */
export interface Draft {
  values: Values;
  /** The id of the act and what was sent under it: a repetition of the same answers is the same act. */
  sent?: { actId: string; body: string };
}

/** What a draft belongs to: a person, a case, an action and, where it comes in several pieces, the piece. */
export const draftKey = (...parts: readonly string[]): string => ['draft', ...parts].join('.');

export function readDraft(key: string): Draft | undefined {
  const stored = readKept(key);
  return typeof stored === 'object' && stored !== null && 'values' in stored ? (stored as Draft) : undefined;
}

export const writeDraft = (key: string, draft: Draft | undefined): void => writeKept(key, draft);

/** The act's id for these answers: the earlier one where they are unchanged. */
export function actIdFor(sent: Draft['sent'], body: string): string {
  return sent?.body === body ? sent.actId : newKey();
}
