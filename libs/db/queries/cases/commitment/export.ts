import type { Clock } from '#config/clock';
import type { CommitmentFilter, CommitmentLine } from '#contracts/commitment';
import type { Actor } from '#domain/actor';
import { latenesses } from '#domain/deadline';
import { longDay, shanghaiDay } from '#domain/day';
import type { EntityManager } from '../../../orm.ts';
import { ledger } from './ledger.ts';

export const ledgerColumns = [
  { header: '编号', width: 20 },
  { header: '事项', width: 60 },
  { header: '责任单位', width: 26 },
  { header: '来源', width: 12 },
  { header: '阶段', width: 12 },
  { header: '下达日期', width: 16 },
  { header: '完成期限', width: 16 },
  { header: '进度（%）', width: 10 },
  { header: '状态', width: 10 },
  { header: '逾期工作日', width: 12 },
  { header: '最近办理', width: 18 },
  { header: '最近办理日期', width: 16 },
];

const pageSize = 200;
const cells = (line: CommitmentLine): (string | number | null)[] => [
  ...[line.number, line.title, line.owner.name, line.sourceLabel, line.stageLabel],
  ...[longDay(line.issuedOn), longDay(line.due), line.progress, latenesses[line.lateness]],
  line.lateness === 'overdue' ? line.workingDaysLate : null,
  ...[line.last.label, longDay(shanghaiDay(line.last.at))],
];

/** Exactly the lines that the ledger shows for this question, page after page. */
export async function* ledgerRows(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  filter: CommitmentFilter,
): AsyncGenerator<(string | number | null)[]> {
  for (let after: string | undefined; ;) {
    const page = await ledger(em, clock, actor, { ...filter, limit: pageSize, ...(after ? { after } : {}) });
    yield* page.items.map(cells);
    if (page.next === null) return;
    after = page.next;
  }
}
