import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed } from '../states/failed.tsx';
import { Loading } from '../states/loading.tsx';
import classes from './drafts.module.css';

interface Props<Page> {
  heading: string;
  query: UseInfiniteQueryResult<InfiniteData<Page>>;
  children: (first: Page) => ReactNode;
}

/** What publishing would do to what is open, before anything happens. It is computed over all of it; lists follow page by page. */
export function Preview<Page>({ heading, query, children }: Props<Page>) {
  const [first] = query.data?.pages ?? [];
  return (
    <section className="section" aria-labelledby="effect">
      <h2 id="effect">{heading}</h2>
      {query.isError ? (
        <Failed error={query.error} what="计算影响" narrow retry={() => void query.refetch()} />
      ) : first ? (
        children(first)
      ) : (
        <Loading rows={4} label="正在逐件计算" />
      )}
    </section>
  );
}

/** How many, of what: 到期日变动 12 项. */
export function Figures({ figures }: { figures: [label: string, count: number, unit: string][] }) {
  return (
    <p className={classes['figures']}>
      {figures.map(([label, count, unit]) => (
        <span key={label}>
          {label} <b>{count}</b> {unit}
        </span>
      ))}
    </p>
  );
}
