import type { Clock } from '#config/clock';
import { draftStatuses } from '#contracts/calendar';
import type { RuleDrafts, RuleDraftView } from '#contracts/rules';
import type { Actor } from '#domain/actor';
import { shippedRules } from '#domain/kinds/index';
import { holdsOn, marks } from '#domain/rule';
import { addDays } from '#domain/day';
import { withAppended, type Appended } from '#domain/rules/append';
import { composed } from '#domain/rules/compose';
import { ruleFaults } from '#domain/rules/faults';
import { ruleTables, type RuleRow, type RuleRows } from '#domain/rules/tables';
import { rowWords } from '#domain/rules/words';
import { RuleDraft, type RuleDraftRow } from '../../entities/rule-draft.ts';
import type { EntityManager } from '../../orm.ts';
import { personNames, type NameOf } from '../cases/names.ts';
import { appendedRows, rulesInForce } from '../rule-book.ts';
import { hindersDecidingRules, readableDraft } from './draft-row.ts';
import { deadlineName, groupOf, nameOfRule } from './names.ts';

/** The rows beside which a draft stands: those of now, or those on which a published one was put. */
export const rulesBeside = async (em: EntityManager, { revision }: RuleDraftRow): Promise<RuleRows> =>
  revision === null || revision === undefined
    ? rulesInForce(em)
    : withAppended(shippedRules, await appendedRows(em, revision));

const wordsOf = ({ table, row }: Appended, rules: RuleRows): string | null =>
  row ? rowWords(table, row, (code) => deadlineName(code, rules)) : null;

function lineOf(row: RuleDraftRow, proposed: readonly Appended[], rules: RuleRows, nameOf: NameOf) {
  const [first] = proposed;
  const name = first ? nameOfRule(first.table, first.code, rules, first.row?.label) : '';
  const says = first ? `${name}${first.row ? '' : '：终止'}` : '';
  return {
    ...{ id: row.id, table: row.tableCode, tableLabel: ruleTables[row.tableCode], status: row.status },
    says: proposed.length > 1 ? `${says}等${proposed.length}条` : says,
    statusLabel: draftStatuses[row.status],
    ...{ proposedBy: nameOf(row.personId) ?? '', changedAt: row.changedAt },
  };
}

/** Proposals, the newest first; drafts that are not handed in are their writer's own. */
export async function ruleDraftList(em: EntityManager, personId: string): Promise<RuleDrafts> {
  const rows = await em.find(
    RuleDraft,
    { $or: [{ status: { $nin: ['draft', 'withdrawn'] } }, { personId }] },
    { orderBy: { changedAt: 'desc', id: 'desc' }, limit: 50, disableIdentityMap: true },
  );
  const nameOf = await personNames(
    em,
    rows.map((row) => row.personId),
  );
  const rules = await rulesInForce(em);
  return { items: rows.map((row) => lineOf(row, composed(row.given, rules), rules, nameOf)) };
}

const isOpen = ({ status }: RuleDraftRow) => status === 'draft' || status === 'returned';

export async function ruleDraft(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  id: string,
): Promise<RuleDraftView> {
  const row = await readableDraft(em, actor, id);
  const own = row.personId === actor.personId;
  const rules = await rulesBeside(em, row);
  const proposed = composed(row.given, rules);
  const nameOf = await personNames(em, [row.personId, row.decidedById]);
  const whyNot = hindersDecidingRules(row, actor);
  const ended = row.status === 'published' || row.status === 'withdrawn';
  const faults = ended ? [] : ruleFaults(proposed, rules, clock.today());
  return {
    ...lineOf(row, proposed, rules, nameOf),
    ...{ version: row.version, proposal: row.given },
    rows: proposed.map((one, index) => rowView(one, row.given.rows[index]?.ground ?? '', rules)),
    problems: faults.map((fault) =>
      proposed.length > 1 ? `第${fault.row + 1}条：${fault.says}` : fault.says,
    ),
    ...{ decidedBy: nameOf(row.decidedById), decidedAt: row.decidedAt ?? null, reason: row.reason ?? null },
    may: {
      ...{ edit: own && isOpen(row), handIn: own && isOpen(row) && faults.length === 0 },
      ...{ decide: whyNot === undefined, withdraw: own && !ended },
    },
    whyNot: row.status === 'handed-in' ? (whyNot ?? null) : null,
  };
}

function rowView(one: Appended, ground: string, rules: RuleRows): RuleDraftView['rows'][number] {
  const { table, code, from, row } = one;
  const rows: readonly RuleRow[] = rules[table];
  const now = rows.find((other) => other.code === code && holdsOn(other, addDays(from, -1)));
  const shown = row ?? now;
  const ladder = shown && 'offsetWorkingDays' in shown ? shown.ladder : undefined;
  return {
    ...{ code, from, ground, name: nameOfRule(table, code, rules, shown?.label) },
    ...{ group: groupOf(table, code, ladder), words: wordsOf(one, rules) },
    before: now ? rowWords(table, now, (other) => deadlineName(other, rules)) : null,
    markLabel: row ? marks[row.mark] : null,
  };
}
