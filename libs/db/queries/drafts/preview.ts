import type { PageQuery } from '#contracts/page';
import { ProblemError } from '#contracts/problem';
import { cursorOf, readCursor } from '../../keyset.ts';

const keptMs = 20_000;

/** Pages of one preview follow one another within seconds: they are cut out of one computation. */
export function keptPreview<Found>() {
  let kept: { key: string; until: number; found: Promise<Found> } | undefined;
  return (key: string, compute: () => Promise<Found>): Promise<Found> => {
    if (kept?.key === key && kept.until >= performance.now()) return kept.found;
    const next = { key, until: performance.now() + keptMs, found: compute() };
    next.found.catch(() => (next.until = 0));
    kept = next;
    return next.found;
  };
}

/** A page of the todos that move, in the order in which they were computed. */
export function pageOfMoves<Move extends { todoId: string }>(
  all: readonly Move[],
  { after, limit }: PageQuery,
): { page: Move[]; next: string | null } {
  const start = after === undefined ? 0 : placeAfter(all, after);
  const page = all.slice(start, start + limit);
  const last = page.at(-1);
  return { page, next: last && start + limit < all.length ? cursorOf([last.todoId]) : null };
}

function placeAfter(all: readonly { todoId: string }[], after: string): number {
  const [id] = readCursor(after, 'id');
  const place = all.findIndex(({ todoId }) => todoId === id);
  if (place < 0) throw new ProblemError(400, 'bad-cursor', '期限已有变动，请回到第一页。');
  return place + 1;
}
