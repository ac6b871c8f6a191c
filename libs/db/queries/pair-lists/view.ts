import type { Clock } from '#config/clock';
import type { PairListView } from '#contracts/pair-list';
import { notFound } from '#contracts/problem';
import type { LaunchForm } from '#domain/kinds/campaign/forms';
import { PairList, PairListLine, type PairListLineRow, type PairListRow } from '../../entities/pair-list.ts';
import type { EntityManager } from '../../orm.ts';
import { orgNames } from '../papers/names.ts';
import { checkList, countProblems, type ListRow } from './check-list.ts';
import { previewOf } from './preview.ts';

export const formOf = ({ form }: Pick<PairListRow, 'form'>): LaunchForm => form as LaunchForm;

export async function pairListOf(em: EntityManager, id: string): Promise<PairListRow> {
  const list = await em.findOne(PairList, { id }, { disableIdentityMap: true });
  if (!list) throw notFound('没有找到这份名单，请重新核对。');
  return list;
}

export const linesOf = (em: EntityManager, listId: string): Promise<PairListLineRow[]> =>
  em.find(PairListLine, { listId }, { orderBy: { row: 'asc' }, disableIdentityMap: true });

/** The list as it stands now: checked anew, for facts may have changed; a launched one as it was launched. */
export async function pairList(em: EntityManager, clock: Clock, id: string): Promise<PairListView> {
  const list = await pairListOf(em, id);
  const lines = await linesOf(em, id);
  if (list.campaignId) return viewOf(em, clock, list, await launchedRows(em, lines));
  return viewOf(em, clock, list, await checkList(em, clock.today(), formOf(list), lines));
}

export async function viewOf(
  em: EntityManager,
  clock: Clock,
  list: Omit<PairListRow, 'personId'>,
  rows: ListRow[],
): Promise<PairListView> {
  const { id, source, at, form, reading } = list;
  const campaignId = (await opened(em, list.campaignId)) ? (list.campaignId ?? null) : null;
  return {
    ...{ id, source, at, form, rows, campaignId },
    faults: reading?.faults ?? [],
    skipped: reading?.skipped ?? [],
    problemCount: countProblems(rows, reading),
    preview: await previewOf(em, clock.today(), formOf(list), rows, campaignId !== null),
  };
}

/** Between the launch and the answer of the case, the list stands still but has no campaign to show yet. */
async function opened(em: EntityManager, campaignId: string | null | undefined): Promise<boolean> {
  if (!campaignId) return false;
  const rows = await em.execute<unknown[]>('select 1 from case_file where id = ?', [campaignId]);
  return rows.length > 0;
}

async function launchedRows(em: EntityManager, lines: readonly PairListLineRow[]): Promise<ListRow[]> {
  const ids = lines
    .flatMap(({ pilotId, assistedId }) => [pilotId, assistedId])
    .filter((id) => typeof id === 'string');
  const nameOf = await orgNames(em, [...new Set(ids)]);
  const hospital = (orgId: string | null | undefined, byHand: boolean) =>
    orgId ? { orgId, name: nameOf(orgId), byHand } : null;
  return lines.map(
    ({ row, line, pilotText, assistedText, pilotId, assistedId, pilotByHand, assistedByHand }) => ({
      ...{ row, line, pilotText, assistedText, problems: [] },
      pilot: hospital(pilotId, pilotByHand),
      assisted: hospital(assistedId, assistedByHand),
    }),
  );
}
