import { queryOptions } from '@tanstack/react-query';
import type { DraftSort } from '../api/bureau-types.ts';
import { api, ask } from '../api/client.ts';
import { live } from '../api/query-client.ts';

/** What is proposed and not ended; without a sort, of every sort that concerns me. */
export const draftsQuery = (sort?: DraftSort) =>
  queryOptions({
    queryKey: ['drafts', 'list', sort ?? ''],
    queryFn: ({ signal }) => ask(api.GET('/api/drafts', { params: { query: sort ? { sort } : {} }, signal })),
    ...live,
  });

/** The page of one draft, read anew whenever one of its sort changes. */
export const draftKey = (sort: DraftSort, id: string) => ['drafts', sort, id] as const;
