import type { Actor } from '#domain/actor';
import { notFound } from '#contracts/problem';
import { File } from '../entities/file.ts';
import type { FileRow } from '../entities/file.ts';
import type { EntityManager } from '../orm.ts';
import { sql, uuids } from '../sql.ts';
import { seen, sightOf } from './cases/visible.ts';

/**
 * A file that the actor may read: one to which a case refers by that case, one that nothing refers to yet as long as
 * he holds a post in the organisation for which it was uploaded. The same answer for a missing file and a foreign one.
 */
export async function readableFile(em: EntityManager, actor: Actor, id: string): Promise<FileRow> {
  const sight = await sightOf(em, actor);
  const own = actor.posts.map(({ orgId }) => orgId);
  const rows = await em.execute<unknown[]>(
    sql`select 1 from file f where f.id = ${id} and (
      exists (select 1 from file_ref r where r.file_id = f.id and ${seen(sight, sql`r.case_id`)})
      or (f.org_id = any(${uuids(own)}) and not exists (select 1 from file_ref r where r.file_id = f.id))
    )`,
  );
  const file = rows.length > 0 ? await em.findOne(File, { id }) : null;
  if (!file) throw notFound('没有这个文件，或您无权查看。');
  return file;
}
