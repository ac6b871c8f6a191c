import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { api, ask } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import type { BulkSelection } from '../api/types.ts';
import { selectionKey } from '../bulk/use-selection.ts';
import { batchOf, writeBatch } from './batch.ts';

/** Of the ticked todos: papers that wait for the same act of this person, to be looked through and done in one go. */
export function SignMany({ selection }: { selection: BulkSelection }) {
  const navigate = useNavigate();
  const { personId } = useSession();
  const body = { ...selection, papers: true };
  const offers = useQuery({
    queryKey: ['bulk-offers', selectionKey(body)],
    queryFn: ({ signal }) => ask(api.POST('/api/bulk-acts/offers', { body, signal })),
    placeholderData: keepPreviousData,
  });
  return offers.data?.actions.map((offer) => (
    <Button
      key={offer.action}
      type="primary"
      disabled={offers.isPlaceholderData}
      onClick={() => {
        writeBatch(personId, batchOf(offer, selection));
        void navigate('/papers/signing');
      }}
    >
      {`逐份阅看，一并${offer.label} ${offer.items.length}份`}
    </Button>
  ));
}
