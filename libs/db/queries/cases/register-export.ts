import type { Clock } from '#config/clock';
import type { CaseLine, CaseQuery } from '#contracts/case';
import type { Actor } from '#domain/actor';
import { latenesses } from '#domain/deadline';
import { longDay, shanghaiDay } from '#domain/day';
import type { EntityManager } from '../../orm.ts';
import { register } from './register.ts';

export const registerColumns = [
  { header: '编号', width: 20 },
  { header: '名称', width: 50 },
  { header: '类别', width: 12 },
  { header: '阶段', width: 14 },
  { header: '下一期限', width: 16 },
  { header: '期限状态', width: 10 },
  { header: '立项日期', width: 16 },
  { header: '最近办理', width: 16 },
  { header: '办结日期', width: 16 },
];

const pageSize = 200;
const dayOf = (instant: string | null) => (instant ? longDay(shanghaiDay(instant)) : null);

const cells = (line: CaseLine): (string | null)[] => [
  ...[line.number, line.title, line.kindLabel, line.stageLabel],
  line.nextDue && longDay(line.nextDue),
  latenesses[line.lateness],
  ...[dayOf(line.openedAt), dayOf(line.changedAt), dayOf(line.closedAt)],
];

/** Exactly the lines that the register shows for this question, page after page, so that no export is held in memory. */
export async function* registerRows(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  query: CaseQuery,
): AsyncGenerator<(string | null)[]> {
  for (let after = query.after; ;) {
    const page = await register(em, clock, actor, { ...query, after, limit: pageSize });
    yield* page.items.map(cells);
    if (page.next === null) return;
    after = page.next;
  }
}
