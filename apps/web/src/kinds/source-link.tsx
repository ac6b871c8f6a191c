import { Link } from 'react-router';
import type { CommitmentBody } from '../api/bureau-types.ts';
import { pieceAddress } from '../lists/pointed.ts';

type Source = NonNullable<CommitmentBody['source']>;

/** In which part of the page of its kind a piece stands; without a line the page has no parts. */
const parts: Record<string, (item: string) => string> = {
  pairing: (item) => (item === 'midterm' || item === 'final' ? 'inspections' : 'problems'),
};

/** Back to the case that this one came from, at the very piece it is about. */
export function SourceLink({ source: { caseId, kind, kindLabel, title, item, itemId } }: { source: Source }) {
  if (!caseId || !title) return kindLabel;
  const to = itemId ? pieceAddress(caseId, parts[kind]?.(itemId), itemId) : `/cases/${caseId}`;
  return (
    <Link to={to}>
      {title}
      {item ? `：${item}` : ''}
    </Link>
  );
}
