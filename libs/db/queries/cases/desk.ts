import type { Clock } from '#config/clock';
import type { TodoLine } from '#contracts/case';
import type { DeskView } from '#contracts/desk';
import type { Actor } from '#domain/actor';
import type { Calendar } from '#domain/calendar';
import type { Day } from '#domain/day';
import { weekdayName } from '#domain/day';
import type { Role } from '#domain/role';
import type { EntityManager } from '../../orm.ts';
import { sql, texts } from '../../sql.ts';
import type { Sql } from '../../sql.ts';
import { unreadMessages } from '../messages.ts';
import { currentCalendar } from '../rule-book.ts';
import { stageCounts, todoCounts } from './desk-counts.ts';
import { todoLines } from './todo-line.ts';
import type { TodoRow } from './todo-line.ts';
import { mineSql } from './pick-todos.ts';
import { byDue, withNames } from './todos.ts';
import { sightOf } from './visible.ts';
import { firstWaiting } from './waiting.ts';

/** Lines of each list on the desk; the rest stands on the list's own page. */
const shown = 10;
const deciding: readonly Role[] = ['section-head', 'leader', 'chief-leader', 'principal'];

/** 工作台: what the reader owes, what he waits for, what awaits a decision. */
export async function desk(em: EntityManager, clock: Clock, actor: Actor): Promise<DeskView> {
  const today = clock.today();
  const calendar = await currentCalendar(em);
  const reader = { actor, sight: await sightOf(em, actor) };
  const stages = await stageCounts(em, reader);
  const asked = (...conditions: Sql[]) => ({ conditions, limit: shown });
  const mine = await lines(em, mineSql(reader, asked()), today, calendar);
  return {
    today,
    weekday: weekdayName(today),
    counts: {
      ...(await todoCounts(em, reader, today, calendar)),
      messages: await unreadMessages(em, actor),
      openCases: stages.reduce((sum, stage) => sum + stage.cases, 0),
    },
    mine,
    waiting: await lines(em, await firstWaiting(em, reader, asked()), today, calendar),
    decisions: await decisions(),
    stages,
  };

  /** Who does nothing but decide finds them all in his own list. */
  async function decisions(): Promise<TodoLine[]> {
    const decides = actor.posts.filter(({ role }) => deciding.includes(role)).length;
    if (decides === 0) return [];
    if (decides === actor.posts.length) return mine;
    const picked = mineSql(reader, asked(sql`t.role = any(${texts(deciding)})`));
    return lines(em, picked, today, calendar);
  }
}

async function lines(em: EntityManager, picked: Sql, today: Day, calendar: Calendar): Promise<TodoLine[]> {
  const rows = await em.execute<TodoRow[]>(withNames(picked, byDue, shown));
  return todoLines(em, rows, today, calendar);
}
