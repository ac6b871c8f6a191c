import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { live } from '../../api/query-client.ts';

export const rulesQuery = queryOptions({
  queryKey: ['rules', 'list'],
  queryFn: ({ signal }) => ask(api.GET('/api/rules', { signal })),
  ...live,
});

export const ruleDraftsQuery = queryOptions({
  queryKey: ['rules', 'drafts'],
  queryFn: ({ signal }) => ask(api.GET('/api/rules/drafts', { signal })),
  ...live,
});

export const ruleDraftQuery = (id: string) =>
  queryOptions({
    queryKey: ['rules', 'draft', id],
    queryFn: ({ signal }) => ask(api.GET('/api/rules/drafts/{id}', { params: { path: { id } }, signal })),
    ...live,
  });

/** Asked anew with each version of the draft, for other rows change other todos. */
export const ruleEffectQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['rules', 'effect', id, version],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/rules/drafts/{id}/effect', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  });
