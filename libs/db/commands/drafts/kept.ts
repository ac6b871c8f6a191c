import type { Clock } from '#config/clock';
import { conflict, forbidden, stale } from '#contracts/problem';
import type { Hindrance } from '#domain/draft';
import type { DraftSort, Hand } from '../../drafts/draft-sort.ts';
import { Draft, type DraftRow } from '../../entities/draft.ts';
import type { EntityManager } from '../../orm.ts';
import { draftOf } from '../../queries/drafts/draft-row.ts';
import { writeLog, type LogSource } from '../write-log.ts';

/** Two who act at once come one after the other, and the second is told that it changed. */
export async function lockedDraft(
  tx: EntityManager,
  { actor }: Hand,
  id: string,
  version: number,
): Promise<DraftRow> {
  await tx.execute('select 1 from draft where id = ? for update', [id]);
  const draft = await draftOf(tx, actor, id);
  if (draft.version !== version) throw stale();
  return draft;
}

export type Changed = Partial<Omit<DraftRow, 'id' | 'sort' | 'version'>>;

export async function touch(
  tx: EntityManager,
  clock: Clock,
  { id, version }: DraftRow,
  changed: Changed,
): Promise<void> {
  await tx.nativeUpdate(
    Draft,
    { id },
    { ...(changed as object), version: version + 1, changedAt: clock.now() },
  );
}

/** Who may not is forbidden; what may not be now conflicts with how the draft stands. */
export function unhindered(hindrance: Hindrance | undefined): void {
  if (!hindrance) return;
  const { code, says } = hindrance;
  throw code === 'forbidden' || code === 'own-proposal' ? forbidden(says, code) : conflict(says, code);
}

export const log = (
  tx: EntityManager,
  clock: Clock,
  by: LogSource,
  { logged }: DraftSort<never>,
  { id, detail }: { id: string; detail: string },
) => writeLog(tx, clock, by, { ...logged, subjectId: id, detail });
