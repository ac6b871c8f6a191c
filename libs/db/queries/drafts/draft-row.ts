import { notFound } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import { mayRead } from '#domain/draft';
import type { DraftSort } from '../../drafts/draft-sort.ts';
import { Draft, type DraftRow } from '../../entities/draft.ts';
import type { EntityManager } from '../../orm.ts';

const missing = () => notFound('没有找到这份草稿，可能已由报送人撤回。');

/** A draft that this person may read; of any other he does not learn whether it exists. */
export async function draftOf(em: EntityManager, actor: Actor, id: string): Promise<DraftRow> {
  const row = await em.findOne(Draft, { id }, { disableIdentityMap: true });
  if (!row || !mayRead(row, actor)) throw missing();
  return row;
}

/** The same, of this sort. */
export async function draftOfSort<Content>(
  em: EntityManager,
  { code }: DraftSort<Content>,
  actor: Actor,
  id: string,
): Promise<DraftRow<Content>> {
  const row = await draftOf(em, actor, id);
  if (row.sort !== code) throw missing();
  return row as DraftRow<Content>;
}
