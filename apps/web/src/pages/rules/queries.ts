import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { live } from '../../api/query-client.ts';
import { draftKey } from '../../drafts/queries.ts';

export const rulesQuery = queryOptions({
  queryKey: ['rules', 'list'],
  queryFn: ({ signal }) => ask(api.GET('/api/rules', { signal })),
  ...live,
});

export const ruleDraftQuery = (id: string) =>
  queryOptions({
    queryKey: draftKey('rules', id),
    queryFn: ({ signal }) => ask(api.GET('/api/rules/drafts/{id}', { params: { path: { id } }, signal })),
    ...live,
  });

/** Asked anew with each version of the draft, for other rows change other todos. */
export const ruleEffectQuery = (id: string, version: number) =>
  infiniteQueryOptions({
    queryKey: ['rules', 'effect', id, version],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...(pageParam ? { after: pageParam } : {}) };
      return ask(api.GET('/api/rules/drafts/{id}/effect', { params: { path: { id }, query }, signal }));
    },
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 60_000,
  });
