import type { SavedView as View, SavedViewPage } from '#contracts/saved-view';
import { SavedView } from '../entities/saved-view.ts';
import type { EntityManager } from '../orm.ts';

/** His own only, in the order in which he kept them. */
export async function savedViews(em: EntityManager, personId: string, page: SavedViewPage): Promise<View[]> {
  const rows = await em.find(
    SavedView,
    { personId, page, removedAt: null },
    { orderBy: { createdAt: 'asc', id: 'asc' } },
  );
  return rows.map(({ id, name, query }) => ({ id, name, query }));
}
