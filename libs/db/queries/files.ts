import type { Actor } from '#domain/actor';
import { notFound } from '#contracts/problem';
import { CaseFile } from '../entities/case-file.ts';
import { File } from '../entities/file.ts';
import type { FileRow } from '../entities/file.ts';
import type { EntityManager } from '../orm.ts';
import { sql, uuids } from '../sql.ts';
import { draftFinding } from './cases/on-site-check/draft-finding.ts';
import { keptBackOf } from './cases/kept-back.ts';
import { seen, sightOf } from './cases/visible.ts';
import type { Sight } from './cases/visible.ts';

/**
 * A file that the actor may read: one that a case shows him, or one that nothing refers to yet as long as he holds a
 * post in the organisation for which it was uploaded. The same answer for a missing file and a foreign one.
 */
export async function readableFile(em: EntityManager, actor: Actor, id: string): Promise<FileRow> {
  const own = actor.posts.map(({ orgId }) => orgId);
  const unused = await em.execute<unknown[]>(
    sql`select 1 from file f where f.id = ${id} and f.org_id = any(${uuids(own)})
          and not exists (select 1 from file_ref r where r.file_id = f.id)`,
  );
  const shown = unused.length > 0 || (await shownFiles(em, actor, [id])).has(id);
  const file = shown ? await em.findOne(File, { id }) : null;
  if (!file) throw notFound('没有这个文件，或您无权查看。');
  return file;
}

interface Ref {
  file_id: string;
  case_id: string;
  org_id: string;
  by_record: boolean;
  seq: number | null;
}

/**
 * Those of the files that stand in cases which the actor sees, or in this one of them: all of them for the bureau; for others what their own
 * organisations put in, and what stands in an act or a record whose content they are shown.
 */
export async function shownFiles(
  em: EntityManager,
  actor: Actor,
  ids: readonly string[],
  caseId?: string,
): Promise<Set<string>> {
  const sight = await sightOf(em, actor);
  const refs = await em.execute<Ref[]>(sql`
    select r.file_id, r.case_id, f.org_id, (r.record_id is not null and not ${draftFinding}) by_record, e.seq
      from file_ref r join file f on f.id = r.file_id left join case_event e on e.act_id = r.act_id
     where r.file_id = any(${uuids(ids)}) and ${seen(sight, sql`r.case_id`)}
       and ${caseId ? sql`r.case_id = ${caseId}` : sql`true`}`);
  const hidden = new Map<string, Set<number>>();
  const shown = new Set<string>();
  for (const ref of refs) {
    if (sight === 'all' || ref.by_record || sight.includes(ref.org_id)) shown.add(ref.file_id);
    if (shown.has(ref.file_id) || ref.seq === null) continue;
    const kept = hidden.get(ref.case_id) ?? (await hiddenActs(em, ref.case_id, sight));
    hidden.set(ref.case_id, kept);
    if (!kept.has(ref.seq)) shown.add(ref.file_id);
  }
  return shown;
}

async function hiddenActs(em: EntityManager, id: string, sight: Sight): Promise<Set<number>> {
  const { state } = await em.findOneOrFail(CaseFile, { id }, { fields: ['id', 'state'] });
  return keptBackOf(em, id, state, sight);
}
