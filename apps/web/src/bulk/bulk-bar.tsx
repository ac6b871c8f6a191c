import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { sentenceOf } from '../api/problem.ts';
import type { BulkOffer, BulkSelection } from '../api/types.ts';
import { SignMany } from '../batch/sign-many.tsx';
import classes from './bulk.module.css';
import { countOf } from './count-of.ts';
import { selectionKey } from './use-selection.ts';

const BulkPanel = lazy(() => import('./bulk-panel.tsx'));

interface Props {
  count: number;
  full: boolean;
  selection: BulkSelection;
  onClear: () => void;
  /** Among them is work on papers. */
  papers?: boolean;
}

/** At the foot of a list while something is ticked: what may be done to it at once, each with how many it concerns. */
export function BulkBar({ count, full, selection, onClear, papers = false }: Props) {
  const [chosen, setChosen] = useState<BulkOffer>();
  const offers = useQuery({
    queryKey: ['bulk-offers', selectionKey(selection)],
    queryFn: ({ signal }) => ask(api.POST('/api/bulk-acts/offers', { body: selection, signal })),
    enabled: count > 0,
    placeholderData: keepPreviousData,
  });
  if (count === 0 && !chosen) return null;
  const actions = offers.data?.actions ?? [];
  return (
    <div className={classes['bar']} role="region" aria-label="批量办理">
      <span className={classes['count']} role="status">
        已选<b>{count}</b>项{full ? '，一次最多200项' : ''}
      </span>
      <span className={classes['acts']} aria-busy={offers.isFetching}>
        {actions.map((offer, index) => (
          <Button
            key={offer.action}
            type={index === 0 && !papers ? 'primary' : 'default'}
            disabled={offers.isPlaceholderData}
            onClick={() => setChosen(offer)}
          >
            {`${offer.label} ${countOf(offer.items)}`}
          </Button>
        ))}
        {papers ? <SignMany selection={selection} /> : null}
        {offers.isPending ? <span className="muted">正在看可以怎样办理…</span> : null}
        {offers.error ? <span className="muted">{sentenceOf(offers.error)}</span> : null}
        {offers.data && actions.length === 0 && !papers ? (
          <span className="muted">所选事项没有可以一起办理的，请逐项打开办理。</span>
        ) : null}
      </span>
      <Button type="text" onClick={onClear}>
        取消选择
      </Button>
      {chosen ? (
        <Suspense fallback={null}>
          <BulkPanel
            offer={chosen}
            onClose={(done) => {
              setChosen(undefined);
              if (done) onClear();
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
