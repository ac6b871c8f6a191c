import { buffer } from 'node:stream/consumers';
import { ProblemError } from '#contracts/problem';
import type { EntityManager } from '#db/orm';
import { readableFile } from '#db/queries/files';
import type { Actor } from '#domain/actor';
import type { FileStore } from '#files/store';
import { TableError, tableLimits } from '#files/tables/table';

export interface GivenTable<T> {
  /** The name of the file. */
  source: string;
  table: T;
}

const fault = (field: string, detail: string) => new ProblemError(422, 'list', detail, [{ field, detail }]);

/** What stands in a table that somebody uploaded before. */
export async function uploadedTable<T>(
  em: EntityManager,
  store: FileStore,
  { actor, fileId }: { actor: Actor; fileId: string },
  read: (bytes: Buffer, name: string) => Promise<T>,
): Promise<GivenTable<T>> {
  const { sha256, size, name } = await readableFile(em, actor, fileId);
  const mostMb = tableLimits.fileBytes / 1024 / 1024;
  if (size > tableLimits.fileBytes)
    throw fault(
      'fileId',
      `名单文件超过 ${mostMb} MB，没有读取。请只保留名单，删去图片和多余的工作表后再上传。`,
    );
  return {
    source: name,
    table: await inTable('fileId', async () => read(await buffer(store.open(sha256)), name)),
  };
}

/** A table that can't be read is the fault of the field it came in. */
export async function inTable<T>(field: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TableError) throw fault(field, error.message + error.remedy);
    throw error;
  }
}
