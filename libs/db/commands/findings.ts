import type { Clock } from '#config/clock';
import type { FindingBody } from '#contracts/on-site-check';
import { forbidden, invalid, notFound, ProblemError } from '#contracts/problem';
import { itemsOf } from '#domain/kinds/on-site-check/checklists';
import type { OnSiteCheckState } from '#domain/kinds/on-site-check/state';
import { CaseFile } from '../entities/case-file.ts';
import { FileRef } from '../entities/file.ts';
import { CaseRecord } from '../entities/record.ts';
import type { EntityManager } from '../orm.ts';
import { findingId } from '../queries/cases/on-site-check/findings.ts';
import { mayNotFill } from '../queries/cases/on-site-check/fills.ts';
import { noCase, sees, sightOf } from '../queries/cases/visible.ts';
import { shownFiles } from '../queries/files.ts';
import { usableFiles } from '../queries/usable-files.ts';
import { referToFiles } from './files.ts';
import type { Recorder } from './records.ts';
import { writeLog } from './write-log.ts';

/**
 * Keeps what a checker filled in for one item, as another version of what he saw. The same content sent again, as after
 * a broken connection, changes nothing. The case is held meanwhile, so that nothing can be handed in beside it.
 */
export function keepFinding(
  em: EntityManager,
  clock: Clock,
  by: Recorder,
  caseId: string,
  item: string,
  { version, ...given }: FindingBody,
): Promise<void> {
  return em.transactional(async (tx) => {
    const state = await heldCheck(tx, by, caseId);
    if (!itemsOf(state.checklist, state.groups).some(({ code }) => code === item))
      throw notFound('检查表中没有这一项。');
    const id = findingId(caseId, item);
    // Two checkers on one item follow one another.
    await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 13))', [id]);
    const [last] = await tx.find(
      CaseRecord,
      { id },
      { orderBy: { version: 'desc' }, limit: 1, refresh: true },
    );
    const body = { item, ...given };
    if (last && JSON.stringify(sorted(last.body)) === JSON.stringify(sorted(body))) return;
    if ((last?.version ?? 0) !== version)
      throw new ProblemError(409, 'stale', '另一名检查人员刚刚填写了这一项，请核对后再改。');
    await checkFiles(tx, by, caseId, given.files);
    const [orgId] = by.actor.posts.map((post) => post.orgId);
    const at = clock.now();
    const row = { id, version: version + 1, caseId, sort: 'finding', body, personId: by.personId, at };
    await tx.insert(CaseRecord, { ...row, orgId: orgId ?? null });
    const known = new Set((await tx.find(FileRef, { recordId: id })).map(({ fileId }) => fileId));
    const added = given.files.filter((file) => !known.has(file));
    await referToFiles(tx, { caseId, recordId: id, at }, added);
    const line = {
      kind: 'record-changed',
      subject: 'case',
      subjectId: caseId,
      detail: '填写检查表',
    } as const;
    await writeLog(tx, clock, by, line);
  });
}

const sorted = (body: Record<string, unknown>) =>
  Object.entries(body)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));

async function heldCheck(tx: EntityManager, by: Recorder, caseId: string): Promise<OnSiteCheckState> {
  const held = await tx.execute<unknown[]>('select 1 from case_file where id = ? for share', [caseId]);
  if (held.length === 0 || !(await sees(tx, await sightOf(tx, by.actor), caseId))) throw noCase();
  const row = await tx.findOneOrFail(CaseFile, { id: caseId }, { refresh: true });
  if (row.kind !== 'on-site-check') throw notFound('本案没有检查表。');
  const state = row.state as OnSiteCheckState;
  const reason = mayNotFill(by.actor, state);
  if (reason === undefined) return state;
  throw state.stage === 'planned' ? forbidden(reason) : new ProblemError(409, 'stage', reason);
}

async function checkFiles(tx: EntityManager, by: Recorder, caseId: string, ids: readonly string[]) {
  const own = await usableFiles(tx, by.actor, ids);
  const shown = await shownFiles(tx, by.actor, ids, caseId);
  const known = new Set([...own.map((file) => file.id), ...shown]);
  if (!ids.every((id) => known.has(id))) throw invalid('files', '有照片不存在或已失效，请重新上传。');
}
