import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed } from './failed.tsx';
import { Loading } from './loading.tsx';

interface Props<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  /** What is read, for the sentence of a failure: 读取登记簿. */
  what?: string;
  rows?: number;
  /** The page's own heading comes with the data. */
  whole?: boolean;
  children: (data: T) => ReactNode;
}

/** What was asked for, or its skeleton, or what failed. Data that stand stay while a repetition fails. */
export function Asked<T>({ query, what, rows, whole = false, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    const said = what ? { what } : {};
    return <Failed error={query.error} {...said} whole={whole} retry={() => void query.refetch()} />;
  }
  return <Loading {...(rows ? { rows } : {})} whole={whole} />;
}
