import { notFound } from '#contracts/problem';
import { recordSorts, type RecordLine, type RecordsView } from '#contracts/record';
import type { Actor } from '#domain/actor';
import { CaseFile } from '../../entities/case-file.ts';
import type { EntityManager } from '../../orm.ts';
import { sql, texts } from '../../sql.ts';
import { linesOf, recordRows } from './record-lines.ts';
import type { RecordRow } from './record-lines.ts';
import { recordsFor } from './recorder.ts';
import { noCase, sees, sightOf } from './visible.ts';

/** What has forms of its own is shown there: findings, texts of papers. */
const kept = texts(Object.keys(recordSorts));

/** The last version of each, the latest day first; a withdrawn one stays in its place. */
export async function records(em: EntityManager, actor: Actor, caseId: string): Promise<RecordsView> {
  if (!(await sees(em, await sightOf(em, actor), caseId))) throw noCase();
  const row = await em.findOneOrFail(CaseFile, { id: caseId }, { fields: ['id', 'state', 'closedAt'] });
  const own = row.closedAt ? [] : recordsFor(actor, row.state);
  const rows = await em.execute<RecordRow[]>(sql`
    select * from (
      select distinct on (r.id) ${recordRows}
       where r.case_id = ${caseId}::uuid and r.sort = any(${kept}) order by r.id, r.version desc) r
     order by r.body ->> 'on' desc, r.id desc`);
  const lines = await linesOf(em, rows, ({ org_id }) => org_id !== null && own.includes(org_id));
  return { mayAdd: own.length > 0, lines };
}

export async function record(
  em: EntityManager,
  actor: Actor,
  caseId: string,
  recordId: string,
): Promise<RecordLine> {
  const found = (await records(em, actor, caseId)).lines.find((one) => one.id === recordId);
  if (!found) throw new Error('a record that is not among its case’s');
  return found;
}

/** What it said at any time, the newest first. */
export async function recordVersions(
  em: EntityManager,
  actor: Actor,
  caseId: string,
  recordId: string,
): Promise<RecordLine[]> {
  if (!(await sees(em, await sightOf(em, actor), caseId))) throw noCase();
  const rows = await em.execute<RecordRow[]>(sql`
    select ${recordRows}
     where r.id = ${recordId}::uuid and r.case_id = ${caseId}::uuid and r.sort = any(${kept}) order by r.version desc`);
  if (rows.length === 0) throw notFound('没有这条工作记录。');
  return linesOf(em, rows, () => false);
}
