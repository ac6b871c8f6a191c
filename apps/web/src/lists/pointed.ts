import { useCallback, useRef } from 'react';
import { useSearchParams } from 'react-router';

const parameter = 'item';

/** The address of one piece of a case: the part of its page that holds it, and which one it is. */
export const pieceAddress = (caseId: string, part: string | undefined, item: string): string => {
  const query = new URLSearchParams({ ...(part ? { part } : {}), [parameter]: item });
  return `/cases/${caseId}?${query.toString()}`;
};

/** Marks the piece that the address points at, and brings it into view once. */
export function usePointed() {
  const [address] = useSearchParams();
  const item = address.get(parameter);
  const seen = useRef<string>(undefined);
  const bring = useCallback(
    (element: HTMLElement | null) => {
      if (!element || !item || seen.current === item) return;
      seen.current = item;
      element.scrollIntoView({ block: 'center' });
    },
    [item],
  );
  return (id: string) =>
    id === item ? { ref: bring, 'data-pointed': true, 'aria-current': 'true' as const } : {};
}

/** Whoever looks elsewhere has seen it. */
export const forgetPointed = (address: URLSearchParams): void => address.delete(parameter);
