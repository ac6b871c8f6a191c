import { useCallback, useState } from 'react';
import { readKept, writeKept } from '../../kept/kept.ts';

/** Where the list comes from: what was pasted, or a file that was uploaded. */
export type ListSource = { pasted: string } | { fileId: string; fileName: string };

export interface Match {
  row: number;
  side: 'pilot' | 'assisted';
  orgId: string;
}

/** What was typed; survives a reload and a broken connection. */
export interface LaunchDraft {
  form: Record<string, unknown>;
  source: ListSource;
  /** Hospitals chosen by hand, told again when the list is checked anew. */
  matches: Match[];
  /** The checked list, and for which form and source it was checked. */
  listId?: string;
  checkedFor?: string;
}

/** Begins with `draft`: a log-out forgets it on a shared machine. */
const key = 'draft.campaign';
const empty: LaunchDraft = { form: {}, source: { pasted: '' }, matches: [] };

/** Changes when the list has to be checked again. */
export const checkKey = ({ form, source }: LaunchDraft): string => JSON.stringify([form, source]);

export const isEmptySource = (source: ListSource): boolean =>
  'pasted' in source && source.pasted.trim() === '';

export interface KeptDraft {
  draft: LaunchDraft;
  change: (changes: Partial<LaunchDraft>) => void;
  forget: () => void;
}

export function useLaunchDraft(): KeptDraft {
  const [draft, setDraft] = useState<LaunchDraft>(() => ({
    ...empty,
    ...(readKept(key) as Partial<LaunchDraft>),
  }));
  const change = useCallback((changes: Partial<LaunchDraft>) => {
    setDraft((old) => {
      const next = { ...old, ...changes };
      writeKept(key, next);
      return next;
    });
  }, []);
  const forget = useCallback(() => {
    writeKept(key, undefined);
    setDraft(empty);
  }, []);
  return { draft, change, forget };
}
