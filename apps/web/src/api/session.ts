import { queryOptions, useQuery } from '@tanstack/react-query';
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

/** Inside the shell somebody is logged in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('useSession outside the shell');
  return data;
}

/** The server's day in Asia/Shanghai: a machine in an office may run days behind. */
export const useToday = (): string => useSession().today;

export const holdsOneOf = (session: Session, roles: readonly Role[] | undefined): boolean =>
  !roles || session.posts.some((post) => roles.includes(post.role));

export const useHoldsOneOf = (roles: readonly Role[]): boolean => holdsOneOf(useSession(), roles);
