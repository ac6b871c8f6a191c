import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { Values } from '../../act/body.ts';

interface Given {
  given?: Values;
  todoKey?: string;
}

/** The action that is open stands in the address: an inbox row leads straight to it, Back closes it. */
export function useAct() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const location = useLocation();
  const state = (location.state ?? {}) as Given;
  const todoKey = state.todoKey ?? params.get('todo') ?? undefined;
  const go = useCallback(
    (change: (next: URLSearchParams) => void, more?: Given) => {
      const next = new URLSearchParams(window.location.search);
      change(next);
      void navigate({ search: next.toString() }, { state: more ?? null });
    },
    [navigate],
  );
  const open = useCallback(
    (action: string, given?: Values, ofTodo?: string) =>
      go(
        (next) => {
          next.set('act', action);
          next.delete('todo');
        },
        { ...(given ? { given } : {}), ...(ofTodo ? { todoKey: ofTodo } : {}) },
      ),
    [go],
  );
  const close = useCallback(
    () =>
      go((next) => {
        next.delete('act');
        next.delete('todo');
      }),
    [go],
  );
  return { action: params.get('act') ?? undefined, given: state.given ?? {}, todoKey, open, close };
}
