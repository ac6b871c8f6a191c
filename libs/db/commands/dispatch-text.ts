import type { Clock } from '#config/clock';
import type { DispatchTextBody } from '#contracts/dispatch';
import { conflict, forbidden, ProblemError } from '#contracts/problem';
import { isRefusal } from '#domain/permission';
import { unfinishedForm } from '#domain/kinds/dispatch/text';
import { noticeTypeOf } from '#domain/notice-types';
import { CaseRecord } from '../entities/record.ts';
import type { EntityManager } from '../orm.ts';
import { mayWrite } from '../queries/cases/dispatch/may-write.ts';
import { readDispatch } from '../queries/cases/dispatch/read-dispatch.ts';
import { textId, textOf, textSort } from '../queries/cases/dispatch/text-row.ts';
import type { Recorder } from './records.ts';
import { writeLog } from './write-log.ts';

/**
 * Saves the text of a draft as another version of what its writer saw. The same content sent again changes nothing. The
 * case is held meanwhile, so that it can't be handed in beside it.
 */
export function keepText(
  em: EntityManager,
  clock: Clock,
  by: Recorder,
  caseId: string,
  { version, form: given }: DispatchTextBody,
): Promise<void> {
  return em.transactional(async (tx) => {
    await tx.execute('select 1 from case_file where id = ? for update', [caseId]);
    const { row, state } = await readDispatch(tx, by.actor, caseId);
    const who = mayWrite(by.actor, state);
    if (isRefusal(who)) throw who.refused === 'stage' ? conflict(who.reason, 'stage') : forbidden(who.reason);
    const form = parsed(state.paper, given);
    const last = await textOf(tx, caseId);
    if (last && same(last.form, form)) return;
    if ((last?.version ?? 0) !== version)
      throw conflict('文稿刚刚在别处保存过，请刷新后再改；您填写的内容还在本页。', 'stale');
    const at = clock.now();
    await tx.insert(CaseRecord, {
      ...{ id: textId(caseId), version: version + 1, caseId, sort: textSort, body: form },
      ...{ personId: by.personId, orgId: who.orgId ?? null, at },
    });
    if (typeof form.title === 'string' && form.title !== '') {
      const title = `${noticeTypeOf(state.paper).label}：${form.title}`;
      if (title !== row.title)
        await tx.execute('update case_file set title = ? where id = ?', [title, caseId]);
    }
    const line = { kind: 'record-changed', subject: 'case', subjectId: caseId, detail: '修改文稿' } as const;
    await writeLog(tx, clock, by, line);
  });
}

function parsed(paper: string, given: Record<string, unknown>): Record<string, unknown> {
  const read = unfinishedForm(noticeTypeOf(paper)).safeParse(given);
  if (read.success) return read.data as Record<string, unknown>;
  const errors = read.error.issues.map(({ path, message }) => ({ field: path.join('.'), detail: message }));
  throw new ProblemError(422, 'form', errors[0]?.detail ?? '', errors);
}

/** PostgreSQL keeps the keys of jsonb in an order of its own. */
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  );
}
