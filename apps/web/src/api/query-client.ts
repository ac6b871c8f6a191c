import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isPassing, statusOf } from './problem.ts';

export const sessionKey = ['session'] as const;

/** Somebody logged out elsewhere or the session ran out: the session is asked again, which leads to the log-in page. */
function onError(error: unknown): void {
  if (statusOf(error) === 401) void queryClient.invalidateQueries({ queryKey: sessionKey });
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => isPassing(error) && count < 3,
      retryDelay: (count) => Math.min(500 * 2 ** count, 5_000),
      networkMode: 'always',
    },
    mutations: {
      networkMode: 'always',
      // Under the same key (sent-once.ts): whatever the server did the first time is not done again.
      retry: (count, error) => isPassing(error) && count < 3,
      retryDelay: (count) => Math.min(500 * 2 ** count, 5_000),
    },
  },
});

/**
 * For pages that must stay right while others act: the stream (live/live-stream.ts) renews them at once; this is what
 * holds while it is down. Only the visible tab asks.
 */
export const live = { refetchInterval: 60_000, refetchIntervalInBackground: false } as const;

/** The same for lists read page by page, while they are short: a repetition asks for every page that was loaded. */
export const isShort = (data: unknown): boolean => {
  const pages = (data as { pages?: unknown[] } | undefined)?.pages;
  return pages === undefined || pages.length <= 2;
};
export const liveWhileShort = {
  refetchInterval: (query: { state: { data?: unknown } }) =>
    isShort(query.state.data) ? live.refetchInterval : (false as const),
  refetchIntervalInBackground: false,
};

/** Somebody else sits down: nothing that was read for the one before him may be shown, not for a moment. */
export function forgetAnswers(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
}
