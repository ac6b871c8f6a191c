import type { BulkOffer, BulkResult, BulkSelection } from '../api/types.ts';
import { newKey } from '../api/sent-once.ts';
import { draftKey } from '../act/draft.ts';
import { readKept, writeKept } from '../kept/kept.ts';

type Offered = BulkOffer['items'][number];

export interface BatchItem extends Pick<Offered, 'caseId' | 'caseTitle' | 'form' | 'onBehalfOf'> {
  /** Made once: whatever is sent again is the same act. */
  actId: string;
  /** Of the draft that was shown, and how many papers it stands for. */
  hash?: string;
  of?: number;
  read?: 'shown' | 'declared';
  result?: BulkResult;
}

/** Papers that one person looks through and then signs in one go; kept in this browser until all is answered. */
export interface Batch {
  action: string;
  label: string;
  items: BatchItem[];
  sending: boolean;
}

const keyOf = (personId: string): string => draftKey(personId, 'batch');

/** In the order of the list in which they were ticked. */
export function batchOf({ action, label, items }: BulkOffer, { todos }: BulkSelection): Batch {
  const places = new Map(todos.map(({ caseId }, place) => [caseId, place]));
  const placeOf = ({ caseId }: Offered) => places.get(caseId) ?? todos.length;
  const ordered = [...items].sort((one, other) => placeOf(one) - placeOf(other));
  return { action, label, sending: false, items: ordered.map(itemOf) };
}

const itemOf = ({ caseId, caseTitle, form, onBehalfOf }: Offered): BatchItem => ({
  ...{ caseId, caseTitle, form, actId: newKey() },
  ...(onBehalfOf ? { onBehalfOf } : {}),
});

export function readBatch(personId: string): Batch | undefined {
  const stored = readKept(keyOf(personId));
  return typeof stored === 'object' && stored !== null && 'items' in stored ? (stored as Batch) : undefined;
}
export const writeBatch = (personId: string, batch: Batch | undefined): void =>
  writeKept(keyOf(personId), batch);

export const isDone = ({ result }: BatchItem): boolean => Boolean(result?.receipt);
/** Not answered yet. */
export const isLeft = ({ result }: BatchItem): boolean => !result;
