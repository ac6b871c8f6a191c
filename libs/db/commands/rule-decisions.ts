import type { Clock } from '#config/clock';
import { conflict, forbidden } from '#contracts/problem';
import type { RuleReturn } from '#contracts/rules';
import { bookVersion } from '#domain/rules/book-version';
import { composed } from '#domain/rules/compose';
import { RuleBookRow } from '../entities/rule-book.ts';
import type { RuleDraftRow } from '../entities/rule-draft.ts';
import { RuleRowRow } from '../entities/rule-row.ts';
import type { EntityManager } from '../orm.ts';
import { appendedRows, currentCalendar, rulesInForce } from '../queries/rule-book.ts';
import { hindersDecidingRules } from '../queries/rules/draft-row.ts';
import { tellProposer } from './book-messages.ts';
import { lockBook, newestMoment } from './calendar-decisions.ts';
import type { Proposer } from './calendar-drafts.ts';
import { lockedRules, logRules, stillSound, tableName, touchRules } from './rule-drafts.ts';

/**
 * Appends the proposed rows and makes another version of the rule book, in one transaction. Never by him who proposed
 * them. Nothing that stood is changed; the open cases are told afterwards (broadcast-book.ts).
 */
export function publishRules(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  id: string,
  version: number,
): Promise<{ book: string; revision: number }> {
  return em.transactional(async (tx) => {
    await tx.execute(lockBook);
    const draft = await decidable(tx, by, id, version);
    const appended = await appendedRows(tx);
    if (draft.basedOn !== appended.revision)
      throw conflict(
        '报批之后已有另一项规则变动发布，影响已不同；请退回，由报送人重新核对后再报。',
        'rules-moved',
      );
    await stillSound(tx, clock, draft, '不能发布');
    const revision = appended.revision + 1;
    const book = bookVersion((await currentCalendar(tx)).version, revision);
    const approved = { proposedById: draft.personId, approvedById: by.personId };
    const at = await newestMoment(tx, clock.now());
    await tx.insert(RuleBookRow, { version: book, at, revision, ...approved });
    await append(tx, draft, revision);
    const decided = { decidedById: by.personId, decidedAt: clock.now(), revision };
    await touchRules(tx, clock, draft, { status: 'published', ...decided });
    const table = tableName(draft.tableCode);
    await logRules(tx, clock, by, id, `批准并发布规则变动（${table}，第${revision}次）`);
    await tellProposer(tx, clock, draft.personId, {
      ...{ code: 'rules-published', id, version: draft.version, params: { table, by: by.name } },
    });
    return { book, revision };
  });
}

async function append(tx: EntityManager, { given }: RuleDraftRow, revision: number): Promise<void> {
  const rows = composed(given, await rulesInForce(tx));
  for (const [idx, { table, code, from, row }] of rows.entries())
    await tx.insert(RuleRowRow, {
      ...{ revision, idx, tableCode: table, code, fromDay: from, content: row ?? null },
      ground: given.rows[idx]?.ground ?? '',
    });
}

export function returnRules(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  id: string,
  { version, reason }: RuleReturn,
): Promise<void> {
  return em.transactional(async (tx) => {
    const draft = await decidable(tx, by, id, version);
    const decided = { decidedById: by.personId, decidedAt: clock.now(), reason };
    await touchRules(tx, clock, draft, { status: 'returned', ...decided });
    const table = tableName(draft.tableCode);
    await logRules(tx, clock, by, id, `退回规则变动（${table}）：${reason}`);
    await tellProposer(tx, clock, draft.personId, {
      ...{ code: 'rules-returned', id, version: draft.version, params: { table, by: by.name, reason } },
    });
  });
}

async function decidable(
  tx: EntityManager,
  by: Proposer,
  id: string,
  version: number,
): Promise<RuleDraftRow> {
  const draft = await lockedRules(tx, id, version);
  const hinder = hindersDecidingRules(draft, by.actor);
  if (hinder !== undefined)
    throw draft.status === 'handed-in'
      ? forbidden(hinder, 'own-proposal')
      : conflict(hinder, 'not-handed-in');
  return draft;
}
