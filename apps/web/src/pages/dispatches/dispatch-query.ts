import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { DispatchQuery } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { liveWhileShort } from '../../api/query-client.ts';

export type View = NonNullable<DispatchQuery['view']>;
export const views: Record<View, string> = {
  all: '全部',
  mine: '我起草的',
  review: '待审核',
  sign: '待签发',
  issued: '已印发',
  voided: '已作废',
};

export function viewOf(params: URLSearchParams): View {
  const view = params.get('view') ?? 'all';
  return view in views ? (view as View) : 'all';
}

export const dispatchesQuery = (view: View, q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'dispatches', view, q],
    queryFn: ({ pageParam, signal }) => {
      const query = { view, limit: 50, ...(q ? { q } : {}), ...(pageParam ? { after: pageParam } : {}) };
      return ask(api.GET('/api/dispatches', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => ({ lines: pages.flatMap((page) => page.items), counts: pages[0]?.counts }),
    ...liveWhileShort,
  });

export const textQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'text'],
    queryFn: ({ signal }) => ask(api.GET('/api/dispatches/{id}/text', { params: { path: { id } }, signal })),
    // What is being written must not change under the hands.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
