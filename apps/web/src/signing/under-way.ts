import { useSyncExternalStore } from 'react';

/** A signature over many papers, which goes on while its signer looks at something else. */
export interface UnderWay {
  personId: string;
  caseId: string;
  action: string;
  title: string;
  /** 签发 */
  label: string;
  at: 'proving' | 'signing' | 'done' | 'failed';
  proven: number;
  of: number;
  /** The server is not reached and asked again by itself. */
  away: boolean;
  failure?: unknown;
}

let current: readonly UnderWay[] = [];
const listeners = new Set<() => void>();

function set(next: readonly UnderWay[]): void {
  current = next;
  for (const listener of listeners) listener();
}

export const isGoing = ({ at }: Pick<UnderWay, 'at'>): boolean => at === 'proving' || at === 'signing';
export const stands = (caseId: string): boolean => current.some((one) => one.caseId === caseId);
export const begin = (one: UnderWay): void =>
  set([...current.filter(({ caseId }) => caseId !== one.caseId), one]);
export const tell = (caseId: string, change: Partial<UnderWay>): void =>
  set(current.map((one) => (one.caseId === caseId ? { ...one, ...change } : one)));
export const forget = (caseId: string): void => set(current.filter((one) => one.caseId !== caseId));
/** Another person sits down. */
export const forgetAll = (): void => set([]);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useAllUnderWay = (): readonly UnderWay[] => useSyncExternalStore(subscribe, () => current);
export const useUnderWay = (caseId: string): UnderWay | undefined =>
  useAllUnderWay().find((one) => one.caseId === caseId);
