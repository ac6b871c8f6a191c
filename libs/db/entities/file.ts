import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import { instant, text, uuid } from '../columns.ts';
import { Org } from './org.ts';
import { Person } from './person.ts';

/** What somebody uploaded. A row is never changed; once something refers to it, it is never removed either. */
export const File = defineEntity({
  name: 'File',
  tableName: 'file',
  properties: {
    id: uuid().primary(),
    /** The content in the store; several rows may share it. */
    sha256: text().index(),
    size: p.integer(),
    /** Code of libs/files/file-type.ts, told by the content. */
    type: text(),
    name: text(),
    uploadedById: () => p.manyToOne(Person).mapToPk().joinColumn('uploaded_by_id'),
    uploadedAt: instant().index(),
    /** In whose name: its people may use the file before an act refers to it. */
    orgId: () => p.manyToOne(Org).mapToPk().joinColumn('org_id'),
  },
});
export type FileRow = InferEntity<typeof File>;

/** That an act or a record of a case rests on a file: who may read the case may read the file. */
export const FileRef = defineEntity({
  name: 'FileRef',
  tableName: 'file_ref',
  properties: {
    id: uuid().primary(),
    fileId: () => p.manyToOne(File).mapToPk().joinColumn('file_id').index(),
    caseId: uuid(),
    actId: text().nullable(),
    recordId: uuid().nullable(),
    at: instant(),
  },
  indexes: [{ name: 'file_ref_case', properties: ['caseId', 'at'] }],
});
