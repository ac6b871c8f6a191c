import type { TodoLine } from '#contracts/case';
import type { CaseState } from '#domain/case';
import { kindCodes, kindOf } from '#domain/kinds/index';
import type { DispatchState } from '#domain/kinds/dispatch/state';
import { noticeTypeOf } from '#domain/notice-types';
import type { PaperWork } from '#domain/paper-work';
import { pieceOf } from '#domain/service/state';
import type { EntityManager } from '../../orm.ts';
import { sql, texts, uuids } from '../../sql.ts';
import type { Sql } from '../../sql.ts';
import { orgNames, type NameOf } from './names.ts';

const stepsOf = (work: PaperWork): string[] =>
  kindCodes.flatMap((kind) =>
    Object.entries(kindOf(kind).steps).flatMap(([code, { papers }]) =>
      papers === work ? [`${kind}/${code}`] : [],
    ),
  );

/** Of todo t: it is work of this sort on a paper. */
export const onPapers = (work: PaperWork): Sql => sql`t.kind || '/' || t.step = any(${texts(stepsOf(work))})`;

interface Row {
  case_id: string;
  kind: string;
  step: string;
  round: string;
  title: string;
}

interface Found {
  id: string;
  state: CaseState;
  draft_pages: number | null;
  pages: number | null;
}

/** Of todos that are work on a paper: which, for whom, how long. */
export async function paperDetails(
  em: EntityManager,
  rows: readonly Row[],
): Promise<(row: Row) => TodoLine['paper']> {
  const about = rows.filter(({ kind, step }) => kindOf(kind).steps[step]?.papers);
  if (about.length === 0) return () => null;
  const found = await em.execute<Found[]>(sql`
    select c.id, c.state, c.draft_pages,
           (select n.pages from notice n where n.case_id = c.id and n.pages is not null order by n.seq desc, n.nth limit 1) pages
      from case_file c where c.id = any(${uuids([...new Set(about.map((row) => row.case_id))])})`);
  const cases = new Map(found.map((one) => [one.id, one]));
  const orgName = await orgNames(em, [
    ...found.flatMap(({ state }) => (isDispatch(state) ? state.to.slice(0, 1) : [])),
    ...about.map(({ round }) => pieceOf(round).recipient),
  ]);
  return (row) => {
    const one = cases.get(row.case_id);
    return one && about.includes(row) ? paperOf(row, one, orgName) : null;
  };
}

const isDispatch = (state: CaseState): state is DispatchState => state.kind === 'dispatch';

function paperOf(
  { kind, step, round, title }: Row,
  { state, draft_pages, pages }: Found,
  orgName: NameOf,
): NonNullable<TodoLine['paper']> {
  const { service, recipient } = pieceOf(round);
  const served = state.services?.[service];
  if (served && Object.hasOwn(served.to, recipient))
    return { name: noticeTypeOf(served.code).label, forWhom: orgName(recipient), pages };
  if (isDispatch(state)) {
    const [first] = state.to;
    const many = state.to.length > 1 ? `等${state.to.length}家${state.each ? '，各一份' : ''}` : '';
    return {
      name: noticeTypeOf(state.paper).label,
      forWhom: first === undefined ? null : `${orgName(first) ?? ''}${many}`,
      pages: pages ?? draft_pages,
    };
  }
  const action = kindOf(kind).steps[step]?.action ?? '';
  const drafted = kindOf(kind).actions[action]?.paper?.(state, {});
  const code = drafted && 'code' in drafted ? drafted.code : undefined;
  return { name: code ? noticeTypeOf(code).label : title, forWhom: null, pages: draft_pages };
}
