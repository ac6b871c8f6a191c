import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommitInput } from '#contracts/act';

/** An act rests on the versions of records that it names: a later one makes it stale. Records are written under a lock of their case. */
export async function recordsThatFail(
  em: EntityManager,
  { caseId, event }: CommitInput,
): Promise<string | undefined> {
  for (const { id, version } of event.facts.records ?? []) {
    const [row] = await em.execute<{ last: number | null }[]>(
      'select max(version) as last from record where id = ? and case_id = ?',
      [id, caseId],
    );
    if (row?.last !== version) return '填写的内容刚刚又有修改，请核对后重新提交。';
  }
  return undefined;
}

/** From now on these versions stand as they are; who changes his mind writes another one. */
export async function freezeRecords(em: EntityManager, { event }: CommitInput): Promise<void> {
  for (const { id, version } of event.facts.records ?? [])
    await em.execute('update record set frozen_by = ? where id = ? and version = ?', [
      event.actId,
      id,
      version,
    ]);
}
