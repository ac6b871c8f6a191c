import type { BulkOffer, BulkResult } from '../api/types.ts';
import { newKey } from '../api/sent-once.ts';
import { draftKey } from '../act/draft.ts';
import { readKept, writeKept } from '../kept/kept.ts';

type Offered = BulkOffer['items'][number];

export interface BatchItem extends Pick<Offered, 'caseId' | 'caseTitle' | 'form' | 'onBehalfOf'> {
  /** Made once: whatever is sent again is the same act. */
  actId: string;
  /** Of the draft that was shown. */
  hash?: string;
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

export const batchOf = ({ action, label, items }: BulkOffer): Batch => ({
  ...{ action, label, sending: false },
  items: items.map(({ caseId, caseTitle, form, onBehalfOf }) => ({
    ...{ caseId, caseTitle, form, actId: newKey() },
    ...(onBehalfOf ? { onBehalfOf } : {}),
  })),
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
