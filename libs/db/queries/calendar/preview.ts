import type { CalendarMoves } from '#contracts/calendar';
import { ProblemError } from '#contracts/problem';
import type { PageQuery } from '#contracts/page';
import { kindOf } from '#domain/kinds/index';
import { cursorOf, readCursor } from '../../keyset.ts';
import type { EntityManager } from '../../orm.ts';
import { sql, uuids } from '../../sql.ts';
import { currentCalendar } from '../rule-book.ts';
import { draftOf } from './drafts.ts';
import { movesOf, type Move } from './moves.ts';

/** Pages of one preview follow one another within seconds: they are cut out of one computation. */
const keptMs = 20_000;
let kept: { key: string; until: number; moves: Promise<Move[]> } | undefined;

async function moves(em: EntityManager, id: string): Promise<Move[]> {
  const draft = await draftOf(em, id);
  if (draft.status === 'published' || draft.status === 'withdrawn') return [];
  const key = [id, draft.version, (await currentCalendar(em)).version].join();
  if (kept?.key !== key || kept.until < performance.now()) {
    const found = { key, until: performance.now() + keptMs, moves: movesOf(em, draft) };
    found.moves.catch(() => (found.until = 0));
    kept = found;
  }
  return kept.moves;
}

/** Which open deadlines move, from which day to which; nothing has happened yet. */
export async function calendarMoves(
  em: EntityManager,
  id: string,
  { after, limit }: PageQuery,
): Promise<CalendarMoves> {
  const all = await moves(em, id);
  const start = after === undefined ? 0 : placeAfter(all, after);
  const page = all.slice(start, start + limit);
  const last = page.at(-1);
  const numbers = await numbersOf(em, page);
  return {
    moved: all.filter(({ byDays }) => byDays !== 0).length,
    settled: all.filter(({ settled }) => settled).length,
    cases: new Set(all.map(({ caseId }) => caseId)).size,
    steps: stepsOf(all),
    items: page.map(({ todoId, caseId, kind, step, from, to, byDays, settled }) => ({
      ...{ todoId, from, to, byDays, settled, caseNumber: numbers.get(caseId) ?? '' },
      ...labels(kind, step),
    })),
    next: last && start + limit < all.length ? cursorOf([last.todoId]) : null,
  };
}

function placeAfter(all: readonly Move[], after: string): number {
  const [id] = readCursor(after, 'id');
  const place = all.findIndex(({ todoId }) => todoId === id);
  if (place < 0) throw new ProblemError(400, 'bad-cursor', '期限已有变动，请回到第一页。');
  return place + 1;
}

const labels = (kind: string, step: string) => ({
  kindLabel: kindOf(kind).label,
  stepLabel: kindOf(kind).steps[step]?.label ?? step,
});

function stepsOf(all: readonly Move[]): CalendarMoves['steps'] {
  const steps = new Map<string, CalendarMoves['steps'][number]>();
  for (const { kind, step, byDays, settled } of all) {
    const key = `${kind}/${step}`;
    const row = steps.get(key) ?? { ...labels(kind, step), moved: 0, settled: 0, mostDays: 0 };
    row.moved += byDays === 0 ? 0 : 1;
    row.settled += settled ? 1 : 0;
    if (Math.abs(byDays) > Math.abs(row.mostDays)) row.mostDays = byDays;
    steps.set(key, row);
  }
  return [...steps.values()].sort((one, other) => other.moved - one.moved || other.settled - one.settled);
}

async function numbersOf(em: EntityManager, page: readonly Move[]): Promise<Map<string, string>> {
  if (page.length === 0) return new Map();
  const ids = [...new Set(page.map(({ caseId }) => caseId))];
  const rows = await em.execute<{ id: string; number: string }[]>(
    sql`select id, number from case_file where id = any(${uuids(ids)})`,
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}
