import type { CaseView } from '#contracts/case';
import type { CaseState } from '#domain/case';
import { rungPapers } from '#domain/ladder';
import { holdsOn } from '#domain/rule';
import { instantFromDatabase } from '../../../columns.ts';
import type { EntityManager } from '../../../orm.ts';
import { sql } from '../../../sql.ts';
import { personNames } from '../names.ts';
import { rulesInForce } from '../../rule-book.ts';
import { officeName } from '../todo-line.ts';
import type { Role } from '#domain/role';

const sorts: Record<string, string> = {
  reminder: '提醒',
  urge: '人工催办',
  escalation: '逾期上报',
  'late-in-house': '告知医院主要负责人',
  'paper-sent': '印发文书',
  instructed: '领导批示',
  extended: '批准延期',
  suspended: '中止计算期限',
  resumed: '恢复计算期限',
};

interface Row {
  todo: string;
  at: string;
  code: string;
  rung: string | null;
  org: string | null;
  role: Role | null;
}

/** What waits for a decision of somebody above, with all that was done before it came to him. */
export async function caseEscalations(
  em: EntityManager,
  caseId: string,
  state: CaseState,
): Promise<CaseView['escalations']> {
  const found = Object.entries(state.escalations ?? {});
  if (found.length === 0) return [];
  const rows = await em.execute<Row[]>(sql`
    select m.params->>'todo' todo, m.at, m.code, m.params->>'rung' rung, o.name org, m.role
      from message m left join org o on o.id = m.org_id
     where m.case_id = ${caseId}::uuid and m.params->>'todo' is not null order by m.at, m.id`);
  const nameOf = await personNames(
    em,
    found.map(([, { takenBy }]) => takenBy),
  );
  const { rung: rungs } = await rulesInForce(em);
  // As it was called on the day on which it came; a late one may have come by a row that has ended since.
  const labelOf = (rung: string, on: string) => {
    const rows = rungs.filter(({ code }) => code === rung);
    return (rows.find((row) => holdsOn(row, on)) ?? rows.at(-1))?.label ?? rung;
  };
  return found.map(([id, { todo, rung, on, paper, takenBy }]) => ({
    id,
    todoKey: todo,
    on,
    rung: labelOf(rung, on),
    proposal: paper ? rungPapers[paper] : null,
    takenBy: nameOf(takenBy),
    done: rows
      .filter((row) => row.todo === todo && sorts[row.code])
      .map((row) => ({
        at: instantFromDatabase(row.at),
        label: sorts[row.code] ?? row.code,
        to: row.role ? officeName(row.org, row.role) : '',
      })),
  }));
}
