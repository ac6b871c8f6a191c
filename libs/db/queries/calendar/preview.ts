import type { CalendarMoves } from '#contracts/calendar';
import type { PageQuery } from '#contracts/page';
import type { Actor } from '#domain/actor';
import { hasEnded } from '#domain/draft';
import { kindOf } from '#domain/kinds/index';
import { calendarSort } from '../../drafts/calendar.ts';
import type { EntityManager } from '../../orm.ts';
import { sql, uuids } from '../../sql.ts';
import { draftOfSort } from '../drafts/draft-row.ts';
import { keptPreview, pageOfMoves } from '../drafts/preview.ts';
import { currentCalendar } from '../rule-book.ts';
import { movesOf, type Move } from './moves.ts';

const kept = keptPreview<Move[]>();

async function moves(em: EntityManager, actor: Actor, id: string): Promise<Move[]> {
  const draft = await draftOfSort(em, calendarSort, actor, id);
  if (hasEnded(draft)) return [];
  const key = [id, draft.version, (await currentCalendar(em)).version].join();
  return kept(key, () => movesOf(em, draft.content));
}

/** Which open deadlines move, from which day to which; nothing has happened yet. */
export async function calendarMoves(
  em: EntityManager,
  actor: Actor,
  id: string,
  query: PageQuery,
): Promise<CalendarMoves> {
  const all = await moves(em, actor, id);
  const { page, next } = pageOfMoves(all, query);
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
    next,
  };
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
