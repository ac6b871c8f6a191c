import type { PairListLine } from '#contracts/pair-list';
import type { EntityManager } from '../../orm.ts';
import { PairList } from '../../entities/pair-list.ts';

const shown = 20;

/** The lists that this person checked last. */
export async function recentPairLists(
  em: EntityManager,
  personId: string,
): Promise<{ items: PairListLine[] }> {
  const lists = await em.find(PairList, { personId }, { orderBy: { at: 'desc', id: 'desc' }, limit: shown });
  const items = lists.map(({ id, at, form, source, rowCount, problemCount, campaignId }) => ({
    ...{ id, at, source, rowCount, problemCount },
    title: String(form.title ?? ''),
    campaignId: campaignId ?? null,
  }));
  return { items };
}
