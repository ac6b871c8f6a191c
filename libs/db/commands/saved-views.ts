import type { Clock } from '#config/clock';
import { conflict, notFound } from '#contracts/problem';
import type { NewSavedView } from '#contracts/saved-view';
import { SavedView } from '../entities/saved-view.ts';
import { newId } from '../id.ts';
import { UniqueConstraintViolationException } from '../orm.ts';
import type { EntityManager } from '../orm.ts';

const most = 20;

export async function saveView(
  em: EntityManager,
  clock: Clock,
  personId: string,
  given: NewSavedView,
): Promise<string> {
  const id = newId();
  await em.transactional(async (tx) => {
    // One at a time, or two at once would pass the limit together.
    await tx.execute('select 1 from person where id = ? for update', [personId]);
    const kept = await tx.count(SavedView, { personId, page: given.page, removedAt: null });
    if (kept >= most) throw conflict(`最多保存${most}个常用筛选，请先删除不用的。`, 'too-many');
    await named(tx, given.name, (inner) =>
      inner.insert(SavedView, { id, personId, ...given, createdAt: clock.now() }),
    );
  });
  return id;
}

export async function renameView(
  em: EntityManager,
  personId: string,
  id: string,
  name: string,
): Promise<void> {
  const count = await named(em, name, (tx) =>
    tx.nativeUpdate(SavedView, { id, personId, removedAt: null }, { name }),
  );
  if (count === 0) throw gone();
}

/** Away already is as good as removed. */
export async function removeView(
  em: EntityManager,
  clock: Clock,
  personId: string,
  id: string,
): Promise<void> {
  const view = await em.findOne(SavedView, { id, personId });
  if (!view) throw gone();
  await em.nativeUpdate(SavedView, { id, removedAt: null }, { removedAt: clock.now() });
}

const gone = () => notFound('没有这个常用筛选，或已删除。');

/** A transaction of its own: what surrounds it lives on after the refusal. */
async function named<T>(
  em: EntityManager,
  name: string,
  write: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  try {
    return await em.transactional(write);
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException)
      throw conflict(`已有名为“${name}”的常用筛选，请换一个名称。`, 'name-taken');
    throw error;
  }
}
