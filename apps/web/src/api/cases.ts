import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client.ts';
import { live } from './query-client.ts';

/** Every key of one case begins with `['case', id]`, so that an act renews all of it. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => ask(api.GET('/api/cases/{id}', { params: { path: { id } }, signal })),
    ...live,
  });

export const timelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'timeline'],
    queryFn: ({ signal }) => ask(api.GET('/api/cases/{id}/timeline', { params: { path: { id } }, signal })),
    ...live,
  });

export const noticePagesQuery = (id: string) =>
  queryOptions({
    queryKey: ['notice', id, 'pages'],
    queryFn: ({ signal }) => ask(api.GET('/api/notices/{id}/svg', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });

export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: ({ signal }) => ask(api.GET('/api/desk', { signal })),
  ...live,
});
