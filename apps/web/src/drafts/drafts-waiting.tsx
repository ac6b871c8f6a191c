import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DraftLine } from '../api/bureau-types.ts';
import { placeOf } from './draft-list.tsx';
import { draftsQuery } from './queries.ts';

/** On a desk: what waits for this person's decision, and what was returned to him. Gone when it is decided or handed in again. */
export function DraftsWaiting() {
  const query = useQuery(draftsQuery());
  const waiting = (query.data?.items ?? []).filter(({ asks }) => asks !== null);
  if (waiting.length === 0) return null;
  return (
    <ul className="remind" aria-label="等您处理的变动">
      {waiting.map((draft) => (
        <li key={draft.id}>
          {said(draft)} <Link to={placeOf(draft)}>{draft.asks === 'decide' ? '核对影响' : '去修改'}</Link>
        </li>
      ))}
    </ul>
  );
}

const said = ({ asks, subject, proposedBy, decidedBy, reason }: DraftLine): string =>
  asks === 'decide'
    ? `${proposedBy}报送的${subject}等您批准或者退回。`
    : `${decidedBy ?? ''}退回了您报送的${subject}：${reason ?? ''}`;
