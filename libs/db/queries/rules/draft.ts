import type { Clock } from '#config/clock';
import type { RuleDraftView } from '#contracts/rules';
import type { Actor } from '#domain/actor';
import { addDays } from '#domain/day';
import { holdsOn, marks } from '#domain/rule';
import type { Appended } from '#domain/rules/append';
import { composed } from '#domain/rules/compose';
import { ruleTables, type RuleRow, type RuleRows } from '#domain/rules/tables';
import { rowWords } from '#domain/rules/words';
import { rulesBeside, rulesSort } from '../../drafts/rules.ts';
import type { EntityManager } from '../../orm.ts';
import { draftHead } from '../drafts/draft-head.ts';
import { draftOfSort } from '../drafts/draft-row.ts';
import { deadlineName, groupOf, nameOfRule } from './names.ts';

export async function ruleDraft(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  id: string,
): Promise<RuleDraftView> {
  const row = await draftOfSort(em, rulesSort, actor, id);
  const { content } = row;
  const rules = await rulesBeside(em, row);
  const rows = composed(content, rules).map((one, index) =>
    rowView(one, content.rows[index]?.ground ?? '', rules),
  );
  return {
    ...(await draftHead(em, clock, actor, rulesSort, row)),
    ...{ table: content.table, tableLabel: ruleTables[content.table], proposal: content, rows },
  };
}

function rowView(one: Appended, ground: string, rules: RuleRows): RuleDraftView['rows'][number] {
  const { table, code, from, row } = one;
  const rows: readonly RuleRow[] = rules[table];
  const now = rows.find((other) => other.code === code && holdsOn(other, addDays(from, -1)));
  const shown = row ?? now;
  const ladder = shown && 'offsetWorkingDays' in shown ? shown.ladder : undefined;
  const wordsOf = (said: RuleRow) => rowWords(table, said, (other) => deadlineName(other, rules));
  return {
    ...{ code, from, ground, name: nameOfRule(table, code, rules, shown?.label) },
    ...{ group: groupOf(table, code, ladder), words: row ? wordsOf(row) : null },
    before: now ? wordsOf(now) : null,
    markLabel: row ? marks[row.mark] : null,
  };
}
