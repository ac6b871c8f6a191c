import type { Clock } from '#config/clock';
import type { DraftReturn } from '#contracts/draft';
import { conflict } from '#contracts/problem';
import { hindersDeciding } from '#domain/draft';
import type { Hand, Published } from '../../drafts/draft-sort.ts';
import { sortOf } from '../../drafts/sorts.ts';
import type { DraftRow } from '../../entities/draft.ts';
import type { EntityManager } from '../../orm.ts';
import { noFaults, unproblematic } from './acts.ts';
import { lockedDraft, log, touch, unhindered } from './kept.ts';
import { tellProposer } from './messages.ts';

/** Drafts are published one after the other, each upon the one before. */
const lockPublishing = "select pg_advisory_xact_lock(hashtextextended('rule_book', 7))";

/**
 * Makes what was proposed hold, in one transaction. Never by him who proposed it. Open cases are told afterwards
 * (broadcast-book.ts).
 */
export function approveDraft(
  em: EntityManager,
  clock: Clock,
  by: Hand,
  { id, version }: { id: string; version: number },
  faultsOf = noFaults,
): Promise<Published> {
  return em.transactional(async (tx) => {
    await tx.execute(lockPublishing);
    const draft = await decidable(tx, by, id, version);
    const sort = sortOf(draft.sort);
    const beside = await sort.beside(tx, draft);
    if (draft.basedOn !== beside.version)
      throw conflict(`报批之后${beside.since}，影响已不同；请退回，由报送人重新核对后再报。`, 'moved');
    await unproblematic(tx, clock, draft, '不能发布', faultsOf);
    const published = await sort.publish(tx, clock, draft, by);
    const decided = { decidedById: by.personId, decidedAt: clock.now() };
    await touch(tx, clock, draft, { status: 'published', became: published.became, ...decided });
    const subject = sort.subject(draft.content);
    await log(tx, clock, by, sort, { id, detail: `批准并发布${subject}（${published.label}）` });
    await tellProposer(tx, clock, draft, { step: 'published', subject, by: by.name });
    return published;
  });
}

export function returnDraft(
  em: EntityManager,
  clock: Clock,
  by: Hand,
  id: string,
  { version, reason }: DraftReturn,
): Promise<void> {
  return em.transactional(async (tx) => {
    const draft = await decidable(tx, by, id, version);
    const sort = sortOf(draft.sort);
    const decided = { decidedById: by.personId, decidedAt: clock.now(), reason };
    await touch(tx, clock, draft, { status: 'returned', ...decided });
    const subject = sort.subject(draft.content);
    await log(tx, clock, by, sort, { id, detail: `退回${subject}：${reason}` });
    await tellProposer(tx, clock, draft, { step: 'returned', subject, by: by.name, reason });
  });
}

async function decidable(tx: EntityManager, by: Hand, id: string, version: number): Promise<DraftRow> {
  const draft = await lockedDraft(tx, by, id, version);
  unhindered(hindersDeciding(draft, by.actor));
  return draft;
}
