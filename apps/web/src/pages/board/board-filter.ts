import type { BoardView } from '../../api/bureau-types.ts';

export type BoardPair = BoardView['pairs'][number];

/** What of the board is shown; it lives in the address, so that it can be sent to a colleague. */
export interface BoardFilter {
  show: 'all' | 'late' | 'problem' | 'weekly';
  stage?: string;
  q?: string;
}

const shows = ['all', 'late', 'problem', 'weekly'] as const;

export function readFilter(address: URLSearchParams): BoardFilter {
  const show = shows.find((one) => one === address.get('show')) ?? 'all';
  const stage = address.get('stage');
  const q = address.get('q');
  return { show, ...(stage ? { stage } : {}), ...(q ? { q } : {}) };
}

export function writeFilter({ show, stage, q }: BoardFilter): URLSearchParams {
  const address = new URLSearchParams();
  if (show !== 'all') address.set('show', show);
  if (stage) address.set('stage', stage);
  if (q) address.set('q', q);
  return address;
}

export const problemCount = ({ problems }: BoardPair): number => problems.open;

export const isLate = (pair: BoardPair): boolean =>
  pair.lateness === 'overdue' || Object.values(pair.areas).some((area) => area.late > 0);

export function filtered(pairs: readonly BoardPair[], { show, stage, q }: BoardFilter): BoardPair[] {
  return pairs.filter((pair) => {
    if (stage && pair.stage !== stage) return false;
    if (q && ![pair.number, pair.pilot, pair.assisted].some((text) => text.includes(q))) return false;
    if (show === 'late') return isLate(pair);
    if (show === 'problem') return problemCount(pair) > 0;
    if (show === 'weekly') return pair.weekly === 'overdue';
    return true;
  });
}
