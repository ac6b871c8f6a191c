import type { Clock } from '#config/clock';
import type { PageQuery } from '#contracts/page';
import type { RuleEffect } from '#contracts/rules';
import type { Actor } from '#domain/actor';
import { longDay } from '#domain/day';
import { hasEnded } from '#domain/draft';
import { kindCodes, kindOf } from '#domain/kinds/index';
import { withAppended, type Appended } from '#domain/rules/append';
import { composed } from '#domain/rules/compose';
import type { GivenRules } from '#domain/rules/given';
import type { RuleTable } from '#domain/rules/tables';
import { rulesSort } from '../../drafts/rules.ts';
import type { DraftRow } from '../../entities/draft.ts';
import type { EntityManager } from '../../orm.ts';
import { sql, texts, type Sql } from '../../sql.ts';
import { draftOfSort } from '../drafts/draft-row.ts';
import { keptPreview, pageOfMoves } from '../drafts/preview.ts';
import { appendedRows, currentCalendar, rulesInForce } from '../rule-book.ts';
import { nameOfRule } from './names.ts';
import { nextRungs, type MovedRungs } from './next-rungs.ts';

type Found = MovedRungs & { sentences: string[] };
const none = { changed: 0, cases: 0, groups: [], moves: [] };
const kept = keptPreview<Found>();

/** What publishing a draft would do to what is open; nothing has happened yet. */
export async function ruleEffectOf(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  { id, ...query }: PageQuery & { id: string },
): Promise<RuleEffect> {
  const draft = await draftOfSort(em, rulesSort, actor, id);
  const { moves, ...found } = hasEnded(draft) ? { ...none, sentences: [] } : await foundBy(em, clock, draft);
  const { page, next } = pageOfMoves(moves, query);
  return { ...found, items: page, next };
}

async function foundBy(em: EntityManager, clock: Clock, draft: DraftRow<GivenRules>): Promise<Found> {
  const [calendar, { revision }] = [await currentCalendar(em), await appendedRows(em)];
  const key = [draft.id, draft.version, calendar.version, revision].join();
  return kept(key, () => effectOf(em, clock, draft.content));
}

async function effectOf(em: EntityManager, clock: Clock, given: GivenRules): Promise<Found> {
  const before = await rulesInForce(em);
  const proposed = composed(given, before);
  const after = withAppended(before, { rows: proposed });
  const { table } = given;
  if (table === 'rung') {
    const codes = new Set(proposed.map(({ code }) => code));
    const moved = await nextRungs(em, clock, { before, after, codes });
    return { ...moved, sentences: rungSentences };
  }
  if (table === 'office-hours') {
    const moved = await nextRungs(em, clock, { before, after });
    return { ...moved, sentences: hoursSentences };
  }
  const sentences: string[] = [];
  for (const one of proposed) sentences.push(await said(em, one, nameOfRule(table, one.code, before)));
  return { ...none, sentences };
}

const rungSentences = [
  '提醒和上报按触发当天的规定：生效日以后才到时间的，在办事项也适用；已经发出的不重发，新增的一条不补发已过日子的。',
  '到期日都不变。',
];
const hoursSentences = ['生效日起，提醒和上报在新的上班时间发出，人工催办按新的办公时间；到期日都不变。'];

const count = async (em: EntityManager, query: Sql): Promise<number> => {
  const [row] = await em.execute<{ count: number }[]>(query);
  return row?.count ?? 0;
};

async function said(em: EntityManager, { table, code, from, row }: Appended, name: string): Promise<string> {
  const day = longDay(from);
  const running = await open[table]?.(em, code);
  switch (table) {
    case 'deadline':
      return `“${name}”：正在计算的${running ?? 0}项仍按原来的规定，到期日不变；${day}起开始计算的，按新规定。`;
    case 'extension':
      return row
        ? `${name}：待审批的延期申请${running ?? 0}件不受影响；${day}起提出的申请，按新规定。`
        : `${name}：待审批的延期申请${running ?? 0}件不受影响；${day}起不再单独规定，按一般的延期。`;
    case 'ground':
      return row
        ? `${day}起可以“${name}”中止计算期限；待审批的中止申请${running ?? 0}件不受影响。`
        : `${day}起不能再以“${name}”中止；已经中止的继续中止，待审批的中止申请${running ?? 0}件不受影响。`;
    case 'numbering':
      return `“${name}”：已经用过的文号不变；${day}起签发的，按新的写法。代字有变的，新代字从1号另起。`;
    case 'way':
      return `“${name}”：已经定下的下一步不变；${day}起没有送到的，按新规定提出下一步，仍由承办人办理。`;
    default:
      return `“${name}”：正在签署的${running ?? 0}件仍按原来的步骤签完；${day}起送签的，按新规定。`;
  }
}

const requests = (em: EntityManager, sort: string) =>
  count(
    em,
    sql`select count(*)::int as count from case_file c, jsonb_each(coalesce(c.state->'requests', '{}'::jsonb)) r
         where c.closed_at is null and r.value->>'sort' = ${sort}`,
  );

/** How many open things keep the row that they were begun with. */
const open: Partial<Record<RuleTable, (em: EntityManager, code: string) => Promise<number>>> = {
  deadline: (em, code) =>
    count(
      em,
      sql`select count(*)::int as count from todo where closed_at is null and deadline->>'rule' = ${code}`,
    ),
  extension: (em) => requests(em, 'extension'),
  ground: (em) => requests(em, 'suspension'),
  route: (em, code) =>
    count(
      em,
      sql`select count(*)::int as count
            from case_file c, jsonb_each(coalesce(c.state->'signings', '{}'::jsonb)) s
           where c.closed_at is null
             and (s.value->>'action' = any(${texts(actionsOf(code))})
                  or c.state#>>array['requests', split_part(s.key, '/', 2), 'route'] = ${code})`,
    ),
};

/** The actions that are always signed along this route; others name theirs in the request. */
const actionsOf = (route: string): string[] =>
  kindCodes.flatMap((kind) =>
    Object.entries(kindOf(kind).actions).flatMap(([code, action]) => (action.route === route ? [code] : [])),
  );
