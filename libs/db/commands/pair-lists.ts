import type { Clock } from '#config/clock';
import type { PairListReading, PairListView, PairMatchBody } from '#contracts/pair-list';
import { conflict, invalid, notFound } from '#contracts/problem';
import type { LaunchForm } from '#domain/kinds/campaign/forms';
import type { PairRow } from '#domain/kinds/campaign/pairs/pair';
import { Org } from '../entities/org.ts';
import { PairList, type PairListRow } from '../entities/pair-list.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { checkList, countProblems, type ListLine, type ListRow } from '../queries/pair-lists/check-list.ts';
import { formOf, linesOf, pairListOf, viewOf } from '../queries/pair-lists/view.ts';

export interface GivenList {
  form: LaunchForm;
  source: string;
  fileId?: string;
  rows: readonly PairRow[];
  reading: PairListReading;
}

/** The line where each line holds one pair, as Excel and the text count; else from 1, for it has to be unique. */
function numbered(rows: readonly PairRow[]): ListLine[] {
  const unique = new Set(rows.map(({ row }) => row)).size === rows.length;
  return rows.map(({ row: line, pilotText, assistedText }, at) => ({
    ...{ row: unique ? line : at + 1, line, pilotText, assistedText },
    ...{ pilotId: null, assistedId: null, pilotByHand: false, assistedByHand: false },
  }));
}

const insertRows = `
insert into pair_list_row (list_id, row, line, pilot_text, assisted_text, pilot_id, assisted_id, problems)
select ?::uuid, row, line, "pilotText", "assistedText", "pilotId", "assistedId", problems
  from jsonb_to_recordset(?::jsonb) as n(row int, line int, "pilotText" text, "assistedText" text,
                                         "pilotId" uuid, "assistedId" uuid, problems jsonb)`;

/** Keeps a dry run with what is wrong in it; nothing else happens. */
export async function keepPairList(
  em: EntityManager,
  clock: Clock,
  personId: string,
  { form, source, fileId, rows, reading }: GivenList,
): Promise<PairListView> {
  const lines = numbered(rows);
  return em.transactional(async (tx) => {
    const checked = await checkList(tx, clock.today(), form, lines);
    const problemCount = countProblems(checked, reading);
    const list = {
      id: newId(),
      kind: 'campaign',
      personId,
      at: clock.now(),
      form,
      source,
      fileId,
      reading,
      problemCount,
    };
    const row = { ...list, campaignId: null, rowCount: lines.length };
    await tx.insert(PairList, row);
    const rows = lines.map((line, at) => ({ ...line, ...found(line, checked[at]) }));
    // Thousands of rows: one parameter instead of ten for each.
    await tx.execute(insertRows, [list.id, JSON.stringify(rows)]);
    return viewOf(tx, clock, row, checked);
  });
}

/** A person says which hospital is meant; the text stays as it was written. */
export async function matchPair(
  em: EntityManager,
  clock: Clock,
  id: string,
  { row, side, orgId }: PairMatchBody,
): Promise<PairListView> {
  return em.transactional(async (tx) => {
    const list = await openList(tx, id);
    const org = await tx.findOne(Org, { id: orgId });
    if (org?.kind !== 'hospital') throw invalid('orgId', '请从机构名册中选择一家医院。');
    if (org.disabledOn) throw invalid('orgId', `“${org.name}”已停用，请选择在用的医院。`);
    const lines: ListLine[] = await linesOf(tx, id);
    const line = lines.find((one) => one.row === row);
    if (!line) throw notFound(`名单中没有第 ${row} 行。`);
    if (side === 'pilot') Object.assign(line, { pilotId: orgId, pilotByHand: true });
    else Object.assign(line, { assistedId: orgId, assistedByHand: true });
    return viewOf(tx, clock, list, await recheck(tx, clock, list, lines));
  });
}

/** Takes the lock under which a list is changed; one that is launched, unless for this very case, stands still. */
export async function openList(tx: EntityManager, id: string, launchedAs?: string): Promise<PairListRow> {
  await tx.execute('select 1 from pair_list where id = ? for update', [id]);
  const list = await pairListOf(tx, id);
  if (list.campaignId && list.campaignId !== launchedAs)
    throw conflict('这份名单已经发起，不能再修改；需要调整的，请重新核对一份名单。', 'launched');
  return list;
}

/** Checks the rows by the facts of this moment and writes down what was found. */
export async function recheck(
  tx: EntityManager,
  clock: Clock,
  list: PairListRow,
  lines: readonly ListLine[],
): Promise<ListRow[]> {
  const checked = await checkList(tx, clock.today(), formOf(list), lines);
  const rows = lines.map((line, at) => ({ ...line, ...found(line, checked[at]) }));
  await tx.execute(
    `update pair_list_row r
        set pilot_id = n."pilotId", assisted_id = n."assistedId", problems = n.problems,
            pilot_by_hand = n."pilotByHand", assisted_by_hand = n."assistedByHand"
       from jsonb_to_recordset(?::jsonb)
            as n(row int, "pilotId" uuid, "assistedId" uuid, problems jsonb, "pilotByHand" boolean, "assistedByHand" boolean)
      where r.list_id = ? and r.row = n.row`,
    [JSON.stringify(rows), list.id],
  );
  await tx.execute('update pair_list set problem_count = ? where id = ?', [
    countProblems(checked, list.reading),
    list.id,
  ]);
  return checked;
}

/** What a person chose stays written down even while it is not fit, so that it is fit again when the register is put right. */
const found = ({ pilotId, assistedId, pilotByHand, assistedByHand }: ListLine, row: ListRow | undefined) => ({
  pilotId: pilotByHand ? pilotId : (row?.pilot?.orgId ?? null),
  assistedId: assistedByHand ? assistedId : (row?.assisted?.orgId ?? null),
  problems: row?.problems ?? [],
});
