import { useCallback, useMemo, useState } from 'react';
import type { BulkSelection } from '../api/types.ts';

/** As many as one request takes. */
export const mostSelected = 200;

export interface Selection {
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  /** Selects all that are shown, or none where all are. */
  toggleAll: () => void;
  all: boolean;
  some: boolean;
  full: boolean;
  ids: string[];
  clear: () => void;
}

/** What is ticked of the rows that are shown; a row that has gone is no longer selected. */
export function useSelection(shown: readonly string[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const ids = useMemo(() => shown.filter((id) => ticked.has(id)), [shown, ticked]);
  const clear = useCallback(() => setTicked(new Set()), []);
  const most = Math.min(shown.length, mostSelected);
  const all = shown.length > 0 && ids.length === most;
  return {
    has: (id) => ticked.has(id),
    toggle: (id) =>
      setTicked((before) => {
        const after = new Set(before);
        if (!after.delete(id) && ids.length < mostSelected) after.add(id);
        return after;
      }),
    toggleAll: () => setTicked(all ? new Set() : new Set(shown.slice(0, mostSelected))),
    ...{ all, ids, clear },
    some: ids.length > 0 && !all,
    full: ids.length >= mostSelected,
  };
}

export const selectionKey = (selection: BulkSelection): string => JSON.stringify(selection);
