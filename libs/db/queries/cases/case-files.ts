import type { CaseView } from '#contracts/case';
import { instantFromDatabase } from '../../columns.ts';
import type { CaseFileRow } from '../../entities/case-file.ts';
import type { EntityManager } from '../../orm.ts';
import { sql, uuids } from '../../sql.ts';
import { keptBackOf } from './kept-back.ts';
import { actionLabel } from './action-label.ts';
import { draftFinding } from './on-site-check/draft-finding.ts';
import type { Sight } from './visible.ts';

interface Row {
  id: string;
  name: string;
  size: number;
  type: string;
  uploaded_by: string;
  uploaded_at: string;
  action: string | null;
  seq: number | null;
}

/** Files on which acts and records of the case rest, in the order in which these were made. */
export async function caseFiles(
  em: EntityManager,
  row: CaseFileRow,
  sight: Sight,
): Promise<CaseView['files']> {
  const rows = await em.execute<Row[]>(sql`
    select distinct on (r.at, f.id) f.id, f.name, f.size, f.type, p.name uploaded_by, f.uploaded_at, e.action, e.seq
      from file_ref r join file f on f.id = r.file_id join person p on p.id = f.uploaded_by_id
      left join case_event e on e.act_id = r.act_id
     where r.case_id = ${row.id}::uuid and (r.act_id is null or e.seq is not null)
       and ${sight === 'all' ? sql`true` : sql`not ${draftFinding}`} order by r.at, f.id`);
  const hidden = rows.length > 0 ? await keptBackOf(em, row.id, row.state, sight) : new Set<number>();
  return rows
    .filter(({ seq }) => seq === null || !hidden.has(seq))
    .map(({ id, name, size, type, uploaded_by: uploadedBy, uploaded_at, action }) => ({
      ...{ id, name, size, type, uploadedBy, uploadedAt: instantFromDatabase(uploaded_at) },
      action: action ? actionLabel(row.kind, action) : '工作记录',
    }));
}

export type NamedFile = Pick<Row, 'id' | 'name' | 'size' | 'type'>;

export async function filesById(em: EntityManager, ids: readonly string[]): Promise<Map<string, NamedFile>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<NamedFile[]>(
    sql`select id, name, size, type from file where id = any(${uuids(ids)})`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
