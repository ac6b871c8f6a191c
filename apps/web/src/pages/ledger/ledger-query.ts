import { infiniteQueryOptions } from '@tanstack/react-query';
import type { CommitmentQuery } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { liveWhileShort } from '../../api/query-client.ts';

export type LedgerFilter = Partial<Omit<CommitmentQuery, 'after' | 'limit'>>;
const names = ['q', 'ownerId', 'source', 'colour', 'dueFrom', 'dueTo'] as const;
export type FilterName = (typeof names)[number];

export function filterOf(params: URLSearchParams): LedgerFilter {
  const entries = names.flatMap((name) => {
    const value = params.get(name);
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries) as LedgerFilter;
}

export function changed(params: URLSearchParams, name: FilterName, value: string | undefined) {
  const next = new URLSearchParams(params);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}

export const ledgerQuery = (filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'ledger', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 50, ...(pageParam ? { after: pageParam } : {}) };
      return ask(api.GET('/api/commitments', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => ({
      lines: pages.flatMap((page) => page.items),
      counts: pages[0]?.counts,
    }),
    ...liveWhileShort,
  });
