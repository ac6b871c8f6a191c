import { notFound } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import type { DispatchState } from '#domain/kinds/dispatch/state';
import type { CaseFileRow } from '../../../entities/case-file.ts';
import type { EntityManager } from '../../../orm.ts';
import { readCase, stateOf } from '../case-row.ts';

/** A dispatch that the reader may see; drafts are the bureau's alone. */
export async function readDispatch(
  em: EntityManager,
  actor: Actor,
  caseId: string,
): Promise<{ row: CaseFileRow; state: DispatchState }> {
  const { row } = await readCase(em, actor, caseId);
  if (row.kind !== 'dispatch') throw notFound('本事项没有文稿。');
  return { row, state: stateOf<DispatchState>(row) };
}
