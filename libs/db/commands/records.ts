import type { Clock } from '#config/clock';
import { conflict, forbidden, invalid, notFound, stale } from '#contracts/problem';
import { recordSorts, type RecordBody, type RecordChange, type RecordWithdrawal } from '#contracts/record';
import { CaseFile } from '../entities/case-file.ts';
import { FileRef } from '../entities/file.ts';
import { CaseRecord } from '../entities/record.ts';
import type { CaseRecordRow } from '../entities/record.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { recordsFor } from '../queries/cases/recorder.ts';
import { noCase, sees, sightOf } from '../queries/cases/visible.ts';
import { shownFiles } from '../queries/files.ts';
import { usableFiles } from '../queries/usable-files.ts';
import type { SignedIn } from '../queries/signed-in.ts';
import { referToFiles } from './files.ts';
import { writeLog } from './write-log.ts';
import type { LogSource } from './write-log.ts';

export type Recorder = SignedIn & LogSource;

/**
 * Opens the case for writing records: its row is held, so that it can't close meanwhile. Answers the organisations for
 * which this person writes.
 */
async function heldCase(tx: EntityManager, by: Recorder, caseId: string): Promise<[string, ...string[]]> {
  const held = await tx.execute<unknown[]>('select 1 from case_file where id = ? for share', [caseId]);
  if (held.length === 0 || !(await sees(tx, await sightOf(tx, by.actor), caseId))) throw noCase();
  const row = await tx.findOneOrFail(CaseFile, { id: caseId }, { refresh: true });
  const [orgId, ...others] = recordsFor(by.actor, row.state);
  if (!orgId) throw forbidden('您的岗位不能登记本事项的工作记录。');
  if (row.closedAt) throw conflict('本事项已办结，不能再登记。', 'closed');
  return [orgId, ...others];
}

interface Version {
  caseId: string;
  recordId: string;
  version: number;
  orgId: string;
  body: RecordBody;
}

async function write(
  tx: EntityManager,
  clock: Clock,
  by: Recorder,
  { caseId, recordId, version, orgId, body }: Version,
): Promise<void> {
  if (body.on > clock.today()) throw invalid('on', '日期不能晚于今天。');
  await checkFiles(tx, by, caseId, body.files);
  const at = clock.now();
  const row = {
    id: recordId,
    version,
    caseId,
    sort: body.sort,
    body: { ...body },
    personId: by.personId,
    orgId,
    at,
  };
  await tx.insert(CaseRecord, row);
  const held = await tx.find(FileRef, { recordId });
  const known = new Set(held.map(({ fileId }) => fileId));
  const added = body.files.filter((id) => !known.has(id));
  await referToFiles(tx, { caseId, recordId, at }, added);
}

/** Files of one's own, or such as this case already holds and shows him. */
async function checkFiles(
  tx: EntityManager,
  by: Recorder,
  caseId: string,
  ids: readonly string[],
): Promise<void> {
  const own = await usableFiles(tx, by.actor, ids);
  const shown = await shownFiles(tx, by.actor, ids, caseId);
  const known = new Set([...own.map((file) => file.id), ...shown]);
  if (!ids.every((id) => known.has(id)))
    throw invalid('files', '有附件不存在、已失效或不是您单位上传的，请重新上传。');
}

export function addRecord(
  em: EntityManager,
  clock: Clock,
  by: Recorder,
  caseId: string,
  body: RecordBody,
): Promise<string> {
  return em.transactional(async (tx) => {
    const [orgId] = await heldCase(tx, by, caseId);
    const recordId = newId();
    await write(tx, clock, by, { caseId, recordId, version: 1, orgId, body });
    await log(tx, clock, by, caseId, '登记工作记录');
    return recordId;
  });
}

/** The last version, held; only the organisation that filed it may touch it, and only what it has read. */
async function heldRecord(
  tx: EntityManager,
  own: readonly string[],
  { caseId, recordId, version }: Pick<Version, 'caseId' | 'recordId' | 'version'>,
): Promise<{ sort: string; body: CaseRecordRow['body']; orgId: string }> {
  await tx.execute('select 1 from record where id = ? and case_id = ? for update', [recordId, caseId]);
  const [last] = await tx.find(
    CaseRecord,
    { id: recordId, caseId },
    { orderBy: { version: 'desc' }, limit: 1, refresh: true },
  );
  // Findings and texts of papers are written by their own commands.
  if (!last || !(last.sort in recordSorts)) throw notFound('没有这条工作记录。');
  const { orgId } = last;
  if (!orgId || !own.includes(orgId)) throw forbidden('只能由登记这条记录的单位更改或撤回。');
  if (last.withdrawnAt) throw conflict('该记录已撤回。', 'withdrawn');
  if (last.frozenBy) throw conflict('该记录已作为办理依据，不能再改。', 'frozen');
  if (last.version !== version) throw stale();
  return { sort: last.sort, body: last.body, orgId };
}

export function changeRecord(
  em: EntityManager,
  clock: Clock,
  by: Recorder,
  caseId: string,
  recordId: string,
  { version, ...body }: RecordChange,
): Promise<string> {
  return em.transactional(async (tx) => {
    const own = await heldCase(tx, by, caseId);
    const { orgId } = await heldRecord(tx, own, { caseId, recordId, version });
    await write(tx, clock, by, { caseId, recordId, version: version + 1, orgId, body });
    await log(tx, clock, by, caseId, '更改工作记录');
    return recordId;
  });
}

/** The last version: as it was, with who withdrew it, when and why. */
export function withdrawRecord(
  em: EntityManager,
  clock: Clock,
  by: Recorder,
  caseId: string,
  recordId: string,
  { version, why }: RecordWithdrawal,
): Promise<void> {
  return em.transactional(async (tx) => {
    const own = await heldCase(tx, by, caseId);
    const { sort, body, orgId } = await heldRecord(tx, own, { caseId, recordId, version });
    const at = clock.now();
    await tx.insert(CaseRecord, {
      ...{ id: recordId, version: version + 1, caseId, sort, body: { ...body, why } },
      ...{ personId: by.personId, orgId, at, withdrawnAt: at },
    });
    await log(tx, clock, by, caseId, '撤回工作记录');
  });
}

const log = (tx: EntityManager, clock: Clock, by: Recorder, caseId: string, detail: string) =>
  writeLog(tx, clock, by, { kind: 'record-changed', subject: 'case', subjectId: caseId, detail });
