import { shippedRules } from '#domain/kinds/index';
import { withAppended } from '#domain/rules/append';
import { bookVersion } from '#domain/rules/book-version';
import { composed } from '#domain/rules/compose';
import { ruleFaults } from '#domain/rules/faults';
import type { GivenRules } from '#domain/rules/given';
import { ruleTables, type RuleRows } from '#domain/rules/tables';
import type { DraftRow } from '../entities/draft.ts';
import { RuleRowRow } from '../entities/rule-row.ts';
import type { EntityManager } from '../orm.ts';
import { appendedRows, currentCalendar, rulesInForce } from '../queries/rule-book.ts';
import { nameOfRule } from '../queries/rules/names.ts';
import { appendBook } from './append-book.ts';
import type { DraftSort } from './draft-sort.ts';

export const rulesSort: DraftSort<GivenRules> = {
  code: 'rules',
  logged: { kind: 'rules-changed', subject: 'rules' },
  subject: ({ table }) => `“${ruleTables[table]}”的规则变动`,
  naming: async (em) => {
    const rules = await rulesInForce(em);
    return { of: ({ content }) => ({ title: titleOf(content, rules), detail: ruleTables[content.table] }) };
  },
  problems: async (em, clock, { content }) => {
    const rules = await rulesInForce(em);
    const faults = ruleFaults(composed(content, rules), rules, clock.today());
    return faults.map(({ row, says }) => (content.rows.length > 1 ? `第${row + 1}条：${says}` : says));
  },
  beside: async (em) => {
    const { revision } = await appendedRows(em);
    return { version: String(revision), since: '已有另一项规则变动发布' };
  },
  publish: async (tx, clock, { content, personId }, by) => {
    const revision = (await appendedRows(tx)).revision + 1;
    const book = bookVersion((await currentCalendar(tx)).version, revision);
    const approved = { proposedById: personId, approvedById: by.personId };
    await appendBook(tx, clock, { version: book, revision, ...approved });
    await append(tx, content, revision);
    return { became: String(revision), label: `第${revision}次`, book };
  },
};

/** The first row in words, and how many there are. */
function titleOf(content: GivenRules, rules: RuleRows): string {
  const [first, ...others] = composed(content, rules);
  if (!first) return '';
  const name = nameOfRule(first.table, first.code, rules, first.row?.label);
  const says = `${name}${first.row ? '' : '：终止'}`;
  return others.length > 0 ? `${says}等${others.length + 1}条` : says;
}

async function append(tx: EntityManager, content: GivenRules, revision: number): Promise<void> {
  const rows = composed(content, await rulesInForce(tx));
  for (const [idx, { table, code, from, row }] of rows.entries())
    await tx.insert(RuleRowRow, {
      ...{ revision, idx, tableCode: table, code, fromDay: from, content: row ?? null },
      ground: content.rows[idx]?.ground ?? '',
    });
}

/** The rows beside which a draft stands: those of now, or those on which a published one was put. */
export const rulesBeside = async (em: EntityManager, { became }: DraftRow): Promise<RuleRows> =>
  became === null || became === undefined
    ? rulesInForce(em)
    : withAppended(shippedRules, await appendedRows(em, Number(became)));
