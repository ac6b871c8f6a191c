import { handoverItemStates, handoverStates } from '#contracts/workload';
import type { HandoverItemState, HandoverView } from '#contracts/workload';
import { notFound } from '#contracts/problem';
import { mayHandOver, mayMoveWorkOf } from '#domain/workload';
import { WorkloadHandover } from '../../entities/workload-handover.ts';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';
import { seen, sightOf } from '../cases/visible.ts';
import { personNames } from '../cases/names.ts';
import type { SignedIn } from '../signed-in.ts';

type Item = HandoverView['items'][number];

/** How far a handover has come, item by item. */
export async function handover(
  em: EntityManager,
  by: Pick<SignedIn, 'personId' | 'actor'>,
  id: string,
): Promise<HandoverView> {
  const row = await em.findOne(WorkloadHandover, { id }, { refresh: true });
  if (!row || !mayHandOver(by.actor, row.fromId, row.offices))
    throw notFound('没有这次移交，或者不由您办理。');
  const { fromId, byId, at, reason, direction, status, why } = row;
  const nameOf = await personNames(em, [fromId, byId]);
  const items = await itemsOf(em, by, id);
  const states = Object.keys(handoverItemStates) as HandoverItemState[];
  const back = direction === 'back';
  const arranges = mayMoveWorkOf(by.actor, row.offices);
  return {
    ...{ id, at, reason, direction, status },
    from: { id: fromId, name: nameOf(fromId) ?? '' },
    by: nameOf(byId) ?? '',
    statusLabel: back ? `撤回${handoverStates[status]}` : handoverStates[status],
    why: why ?? null,
    total: items.length,
    counts: Object.fromEntries(
      states.map((state) => [state, items.filter((item) => item.status === state).length]),
    ) as HandoverView['counts'],
    items,
    mayPause: status === 'running',
    mayResume: status === 'paused',
    mayUndo: !back && arranges,
  };
}

async function itemsOf(em: EntityManager, { actor }: Pick<SignedIn, 'actor'>, id: string): Promise<Item[]> {
  const rows = await em.execute<(Omit<Item, 'statusLabel'> & { status: HandoverItemState })[]>(sql`
    select i.case_id "caseId", c.number "caseNumber", c.title "caseTitle", i.what, p.name "to", i.status, i.why
      from workload_handover_item i join case_file c on c.id = i.case_id join person p on p.id = i.to_id
     where i.handover_id = ${id}::uuid and ${seen(await sightOf(em, actor), sql`i.case_id`)} order by i.idx`);
  return rows.map((row) => ({ ...row, statusLabel: handoverItemStates[row.status] }));
}
