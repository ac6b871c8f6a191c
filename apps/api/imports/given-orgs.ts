import { createHash } from 'node:crypto';
import type { OrgImportBody } from '#contracts/org-import';
import { ProblemError } from '#contracts/problem';
import type { EntityManager } from '#db/orm';
import type { Actor } from '#domain/actor';
import type { OrgTable } from '#domain/org-table';
import type { FileStore } from '#files/store';
import { readOrgTable } from '#files/tables/orgs-in-sheets';
import { inTable, uploadedTable } from '#api/files/uploaded-table';

export interface GivenOrgs {
  source: string;
  table: OrgTable;
  /** Of what stands in the table, however it came. */
  hash: string;
}

const fault = (field: string, detail: string) => new ProblemError(422, 'list', detail, [{ field, detail }]);

/** The organisations as somebody gave them: pasted, or in a file that he uploaded before. */
export async function givenOrgs(
  em: EntityManager,
  store: FileStore,
  actor: Actor,
  { pasted, fileId }: OrgImportBody,
): Promise<GivenOrgs> {
  const isPasted = pasted !== undefined && pasted.trim() !== '';
  if (isPasted && fileId) throw fault('fileId', '表格请粘贴或者上传，只选一种。');
  if (!isPasted && !fileId) throw fault('pasted', '请粘贴表格，或者上传 Excel、CSV 文件。');
  const given = fileId
    ? await uploadedTable(em, store, { actor, fileId }, readOrgTable)
    : {
        source: '粘贴的表格',
        table: await inTable('pasted', () => readOrgTable(pastedBytes(pasted ?? ''), '')),
      };
  const hash = createHash('sha256').update(JSON.stringify(given.table)).digest('hex');
  return { ...given, hash };
}

/** Control characters would be taken for a file that is no text. */
const pastedBytes = (text: string): Buffer =>
  Buffer.from(text.replace(/[\u0000-\u0008\u000e-\u001f\ufffd]|\p{Cs}/gu, ''));
