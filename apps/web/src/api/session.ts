import { queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { api, ask } from './client.ts';
import { statusOf } from './problem.ts';
import { sessionKey } from './query-client.ts';
import type { Role, Session } from './types.ts';

/** null: nobody is logged in. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await ask(api.GET('/api/session', { signal }));
    } catch (error) {
      if (statusOf(error) === 401) return null;
      throw error;
    }
  },
  refetchInterval: 30_000,
});

/**
 * Given by the shell alone. Were each part to read the cache, one that happens to draw itself in the
 * moment of a log-out would find nobody before the shell has taken it away.
 */
export const SessionContext = createContext<Session | null>(null);

/** Inside the shell somebody is logged in. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession outside the shell');
  return session;
}

/** The server's day in Asia/Shanghai: a machine in an office may run days behind. */
export const useToday = (): string => useSession().today;

export const holdsOneOf = (session: Session, roles: readonly Role[] | undefined): boolean =>
  !roles || session.posts.some((post) => roles.includes(post.role));

export const useHoldsOneOf = (roles: readonly Role[]): boolean => holdsOneOf(useSession(), roles);
