import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { live } from '../../api/query-client.ts';
import { draftKey } from '../../drafts/queries.ts';

/** Without a year, of this one. */
export const yearQuery = (year?: number) =>
  queryOptions({
    queryKey: ['calendar', 'year', year ?? 0],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/calendar', { params: { query: year === undefined ? {} : { year } }, signal })),
  });

export const versionsQuery = queryOptions({
  queryKey: ['calendar', 'versions'],
  queryFn: ({ signal }) => ask(api.GET('/api/calendar/versions', { signal })),
  ...live,
});

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: draftKey('calendar', id),
    queryFn: ({ signal }) => ask(api.GET('/api/calendar/drafts/{id}', { params: { path: { id } }, signal })),
    ...live,
  });

/** Asked anew with each version of the draft, for another day moves other deadlines. */
export const movesQuery = (id: string, version: number) =>
  infiniteQueryOptions({
    queryKey: ['calendar', 'moves', id, version],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...(pageParam ? { after: pageParam } : {}) };
      return ask(api.GET('/api/calendar/drafts/{id}/moves', { params: { path: { id }, query }, signal }));
    },
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 60_000,
  });
