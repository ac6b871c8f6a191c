import type { Clock } from '#config/clock';
import type { RuleProposal } from '#contracts/rules';
import { conflict, forbidden, ProblemError, stale } from '#contracts/problem';
import { composed } from '#domain/rules/compose';
import { ruleFaults } from '#domain/rules/faults';
import { ruleTables, type RuleTable } from '#domain/rules/tables';
import { RuleDraft, type RuleDraftRow } from '../entities/rule-draft.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { holdsHimself } from '../queries/calendar/drafts.ts';
import { appendedRows, rulesInForce } from '../queries/rule-book.ts';
import { ruleDraftOf } from '../queries/rules/draft-row.ts';
import { tellApprovers } from './book-messages.ts';
import type { Proposer } from './calendar-drafts.ts';
import { writeLog, type LogSource } from './write-log.ts';

/** A proposal is sound when it is kept, so that whoever looks at it sees what would come. */
export async function openRuleDraft(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  given: RuleProposal,
): Promise<string> {
  if (!holdsHimself(by.actor, ['system-admin']))
    throw forbidden('规则由系统管理员本人报送，不由代理人报送。');
  const id = newId();
  const at = clock.now();
  await em.transactional(async (tx) => {
    await sound(tx, clock, given);
    const row = { id, status: 'draft' as const, version: 1, personId: by.personId, at, changedAt: at };
    await tx.insert(RuleDraft, { ...row, tableCode: given.table, given });
    await logRules(tx, clock, by, id, `起草规则变动（${tableName(given.table)}，${given.rows.length}条）`);
  });
  return id;
}

async function sound(tx: EntityManager, clock: Clock, given: RuleProposal): Promise<void> {
  const rules = await rulesInForce(tx);
  const faults = ruleFaults(composed(given, rules), rules, clock.today());
  if (faults.length === 0) return;
  const errors = faults.map(({ row, field, says }) => ({ field: `rows.${row}.${field}`, detail: says }));
  throw new ProblemError(400, 'invalid', faults[0]?.says ?? '', errors);
}

export function replaceRules(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  { id, version }: { id: string; version: number },
  given: RuleProposal,
): Promise<void> {
  return change(em, clock, by, { id, version }, async (tx) => {
    await sound(tx, clock, given);
    await logRules(tx, clock, by, id, `修改规则变动（${tableName(given.table)}，${given.rows.length}条）`);
    return { given, tableCode: given.table };
  });
}

/** From here on it stands still until a second person has decided. */
export function handInRules(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  id: string,
  version: number,
): Promise<void> {
  return change(em, clock, by, { id, version }, async (tx, draft) => {
    await stillSound(tx, clock, draft, '还不能报批');
    const params = { table: tableName(draft.tableCode) };
    await tellApprovers(tx, clock, by, { code: 'rules-handed-in', id, version: draft.version + 1, params });
    await logRules(tx, clock, by, id, `报批规则变动（${params.table}）`);
    const { revision: basedOn } = await appendedRows(tx);
    return { status: 'handed-in', basedOn, reason: null, decidedById: null, decidedAt: null };
  });
}

/** Days pass, and other rows are approved, between writing and deciding. */
export async function stillSound(
  tx: EntityManager,
  clock: Clock,
  { given }: RuleDraftRow,
  whatNot: string,
): Promise<void> {
  const rules = await rulesInForce(tx);
  const [fault] = ruleFaults(composed(given, rules), rules, clock.today());
  if (fault) throw conflict(`${whatNot}：第${fault.row + 1}条，${fault.says}`, 'problems');
}

/** Its proposer takes it back, handed in or not; it stays to be read. */
export async function withdrawRules(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  id: string,
  version: number,
): Promise<void> {
  await em.transactional(async (tx) => {
    const draft = await lockedRules(tx, id, version);
    if (draft.personId !== by.personId) throw forbidden('只有报送人可以撤回。');
    if (draft.status === 'published') throw conflict('已经发布，不能撤回；需要更正的，请另报。');
    if (draft.status === 'withdrawn') throw conflict('此前已经撤回。');
    await logRules(tx, clock, by, id, `撤回规则变动（${tableName(draft.tableCode)}）`);
    await touchRules(tx, clock, draft, { status: 'withdrawn' });
  });
}

type Changed = Partial<Omit<RuleDraftRow, 'id' | 'version'>>;

function change(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  { id, version }: { id: string; version: number },
  work: (tx: EntityManager, draft: RuleDraftRow) => Promise<Changed>,
): Promise<void> {
  return em.transactional(async (tx) => {
    const draft = await lockedRules(tx, id, version);
    if (draft.personId !== by.personId) throw forbidden('这份草稿由报送人修改；您可以另报一份。');
    if (draft.status !== 'draft' && draft.status !== 'returned')
      throw conflict('已经报批，不能修改；需要修改的，请先撤回或等待退回。', 'handed-in');
    await touchRules(tx, clock, draft, await work(tx, draft));
  });
}

/** Two who act at once come one after the other, and the second is told that it changed. */
export async function lockedRules(tx: EntityManager, id: string, version: number): Promise<RuleDraftRow> {
  await tx.execute('select 1 from rule_draft where id = ? for update', [id]);
  const draft = await ruleDraftOf(tx, id);
  if (draft.version !== version) throw stale();
  return draft;
}

export async function touchRules(
  tx: EntityManager,
  clock: Clock,
  { id, version }: RuleDraftRow,
  changed: Changed,
): Promise<void> {
  await tx.nativeUpdate(RuleDraft, { id }, { ...changed, version: version + 1, changedAt: clock.now() });
}

export const tableName = (table: RuleTable): string => ruleTables[table];
export const logRules = (tx: EntityManager, clock: Clock, by: LogSource, id: string, detail: string) =>
  writeLog(tx, clock, by, { kind: 'rules-changed', subject: 'rules', subjectId: id, detail });
