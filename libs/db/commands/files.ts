import type { Clock } from '#config/clock';
import type { Instant } from '#domain/day';
import { File, FileRef } from '../entities/file.ts';
import type { FileRow } from '../entities/file.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';

export interface NewFile {
  sha256: string;
  size: number;
  type: string;
  name: string;
  uploadedById: string;
  orgId: string;
}

/** Whoever keeps or removes content holds this, so that no row stands without its content. */
const lockContent = 'select pg_advisory_xact_lock(hashtextextended(?, 11))';

/** Writes the rows of what was uploaded together; `keep` puts the content into the store meanwhile. */
export function addFiles(
  em: EntityManager,
  clock: Clock,
  files: readonly (NewFile & { keep: () => Promise<void> })[],
): Promise<FileRow[]> {
  // In one order, so that two uploads of the same files don't wait for each other.
  const ordered = [...new Set(files.map(({ sha256 }) => sha256))].sort();
  return em.transactional(async (tx) => {
    for (const sha256 of ordered) await tx.execute(lockContent, [sha256]);
    const rows: FileRow[] = [];
    for (const { keep, ...file } of files) {
      await keep();
      const row = { id: newId(), uploadedAt: clock.now(), ...file };
      await tx.insert(File, row);
      rows.push(row);
    }
    return rows;
  });
}

export interface Referrer {
  caseId: string;
  actId?: string;
  recordId?: string;
  at: Instant;
}

/** From now on the files stay for ever. */
export async function referToFiles(
  em: EntityManager,
  by: Referrer,
  fileIds: readonly string[],
): Promise<void> {
  for (const fileId of new Set(fileIds)) await em.insert(FileRef, { id: newId(), fileId, ...by });
}

const unused = `not exists (select 1 from file_ref r where r.file_id = f.id)
         and not exists (select 1 from pair_list l where l.file_id = f.id)`;

/** Forgets uploads of before that moment to which nothing refers, neither a case nor a list of pairs. */
export function forgetUnreferenced(em: EntityManager, before: Instant): Promise<number> {
  return em.transactional(async (tx) => {
    // An act that is being committed holds its files: they are left for the next time.
    const locked = await tx.execute<{ id: string }[]>(
      `select f.id from file f where f.uploaded_at < ? and ${unused}
       order by f.id limit 5000 for update skip locked`,
      [before],
    );
    const ids = `{${locked.map(({ id }) => id).join(',')}}`;
    const gone = await tx.execute<unknown[]>(
      `delete from file f where f.id = any(?::uuid[]) and ${unused} returning f.id`,
      [ids],
    );
    return gone.length;
  });
}

/** Removes content that no row needs: neither an upload nor a rendered paper. */
export function removeIfUnused(
  em: EntityManager,
  sha256: string,
  remove: () => Promise<void>,
): Promise<boolean> {
  return em.transactional(async (tx) => {
    await tx.execute(lockContent, [sha256]);
    const used = await tx.execute<unknown[]>(
      'select 1 from file where sha256 = ? union all select 1 from notice where pdf_sha256 = ? limit 1',
      [sha256, sha256],
    );
    if (used.length > 0) return false;
    await remove();
    return true;
  });
}
