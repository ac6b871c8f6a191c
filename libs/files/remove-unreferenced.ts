import type { Instant } from '#domain/day';
import { forgetUnreferenced, removeIfUnused } from '#db/commands/files';
import type { EntityManager } from '#db/orm';
import type { FileStore } from './store.ts';

export interface Removed {
  uploads: number;
  contents: number;
  brokenOff: number;
}

/** Removes uploads of before that moment to which no act came, content without a row, and broken-off uploads. */
export async function removeUnreferenced(
  em: EntityManager,
  store: FileStore,
  before: Instant,
): Promise<Removed> {
  const removed: Removed = { uploads: 0, contents: 0, brokenOff: await store.dropStale(before) };
  for (let gone = -1; gone !== 0; removed.uploads += gone) gone = await forgetUnreferenced(em.fork(), before);
  for await (const sha256 of store.hashesBefore(before))
    if (await removeIfUnused(em.fork(), sha256, () => store.remove(sha256))) removed.contents++;
  return removed;
}
