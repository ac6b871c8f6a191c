import type { PairListBody } from '#contracts/pair-list';
import { ProblemError } from '#contracts/problem';
import type { EntityManager } from '#db/orm';
import type { Actor } from '#domain/actor';
import type { FileStore } from '#files/store';
import { readPairTable } from '#files/tables/read-pair-table';
import { uploadedTable } from '#api/files/uploaded-table';
import { readPasted, readTable, type ReadPairs } from './read-pairs.ts';

export interface GivenPairs extends ReadPairs {
  source: string;
  fileId?: string;
}

const problem = (field: string, detail: string) => new ProblemError(422, 'list', detail, [{ field, detail }]);

/** The pairs as somebody gave them: pasted, or in a file that he uploaded before. */
export async function givenPairs(
  em: EntityManager,
  store: FileStore,
  actor: Actor,
  { pasted, fileId }: PairListBody,
): Promise<GivenPairs> {
  const isPasted = pasted !== undefined && pasted.trim() !== '';
  if (isPasted && fileId) throw problem('fileId', '名单请粘贴或者上传，只选一种。');
  if (isPasted) return { source: '粘贴的名单', ...readPasted(pasted) };
  if (!fileId) throw problem('pasted', '请粘贴名单，或者上传 Excel、CSV 文件。');
  const { source, table } = await uploadedTable(em, store, { actor, fileId }, readPairTable);
  return { source, fileId, ...readTable(table) };
}
