import type { OpenedLine } from '#contracts/commitment';
import type { Day } from '#domain/day';
import { standing } from '#domain/deadline-view';
import type { EntityManager } from '../../../orm.ts';
import { sql } from '../../../sql.ts';
import type { Reading } from '../bodies.ts';
import { stageLabel } from '../case-row.ts';
import { seen } from '../visible.ts';
import { colourSql } from './ledger.ts';

interface Row {
  id: string;
  number: string;
  stage: string;
  item: string | null;
  due: Day;
  colour: OpenedLine['lateness'];
}

/** The commitments that this case opened and the reader may see, by the piece of the case that each is about. */
export async function openedBy(
  em: EntityManager,
  { row, sight, today, calendar }: Reading,
): Promise<Map<string, OpenedLine>> {
  const rows = await em.execute<Row[]>(sql`
    select c.id, c.number, c.stage, c.state #>> '{source,item}' item, l.due,
           ${colourSql(today, calendar)} colour
      from commitment_line l join case_file c on c.id = l.case_id
     where l.source_case_id = ${row.id}::uuid and ${seen(sight, sql`l.case_id`)}`);
  return new Map(
    rows.map(({ id, number, stage, item, due, colour }) => {
      const { workingDaysLeft, workingDaysLate } = standing(due, today, calendar, {
        done: colour === 'done',
      });
      const line = { caseId: id, number, stageLabel: stageLabel('commitment', stage), lateness: colour, due };
      return [item ?? '', { ...line, workingDaysLeft, workingDaysLate }];
    }),
  );
}
