import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isShort, sessionKey } from '../api/query-client.ts';
import type { Session } from '../api/types.ts';
import { liveStream } from './live-stream.ts';
import type { LiveChange } from './live-stream.ts';

/** Lists of many cases, renewed no oftener than this while much happens. */
const listsMs = 5_000;
const lists: readonly unknown[] = ['desk', 'todos', 'cases', 'board', 'messages', 'drafts'];

/** Keeps what this tab shows right while others act: the open case and the open lists are read again, in place. */
export function useLive(): void {
  const cache = useQueryClient();
  useEffect(() => {
    const renewLists = atMostEach(listsMs, () => renew(cache, lists));
    const end = liveStream({
      changed: ({ unread, cases = [], all }: LiveChange) => {
        if (unread !== undefined) setUnread(cache, unread);
        if (all) void cache.invalidateQueries({ queryKey: sessionKey });
        for (const id of cases) void cache.invalidateQueries({ queryKey: ['case', id] });
        if (all) renew(cache, ['case']);
        if (all || cases.length > 0 || unread !== undefined) renewLists.call();
      },
      ended: () => void cache.invalidateQueries({ queryKey: sessionKey }),
    });
    return () => {
      renewLists.stop();
      end();
    };
  }, [cache]);
}

function setUnread(cache: QueryClient, messages: number): void {
  cache.setQueryData<Session | null>(sessionKey, (session) =>
    session && session.unread.messages !== messages ? { ...session, unread: { messages } } : session,
  );
}

/** A long list keeps its place: it is read again when it is next opened. */
function renew(cache: QueryClient, keys: readonly unknown[]): void {
  void cache.invalidateQueries({
    predicate: ({ queryKey, state }) => keys.includes(queryKey[0]) && isShort(state.data),
  });
}

/** At once, and while it is called again and again no oftener than each so many milliseconds; the last call counts. */
function atMostEach(milliseconds: number, work: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  const turn = () => {
    timer = undefined;
    if (wanted) call();
  };
  const call = () => {
    wanted = timer !== undefined;
    if (wanted) return;
    work();
    timer = setTimeout(turn, milliseconds);
  };
  return { call, stop: () => clearTimeout(timer) };
}
