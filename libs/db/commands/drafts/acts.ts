import type { Clock } from '#config/clock';
import { conflict, ProblemError } from '#contracts/problem';
import { faultWords, type Fault } from '#domain/wording/structure';
import { hindersChanging, hindersProposing, hindersWithdrawing } from '#domain/draft';
import type { DraftSort, Hand } from '../../drafts/draft-sort.ts';
import { sortOf } from '../../drafts/sorts.ts';
import { Draft, type DraftRow } from '../../entities/draft.ts';
import { newId } from '../../id.ts';
import type { EntityManager } from '../../orm.ts';
import { draftOfSort } from '../../queries/drafts/draft-row.ts';
import { lockedDraft, log, touch, unhindered } from './kept.ts';
import { tellApprovers } from './messages.ts';

/** A content, and what the log says of it. */
interface Given<Content> {
  content: Content;
  says: string;
}

/** By its proposer himself: a deputy would inherit the conflicts of both. */
export async function proposeDraft<Content>(
  em: EntityManager,
  clock: Clock,
  by: Hand,
  sort: DraftSort<Content>,
  write: (tx: EntityManager) => Promise<Given<Content>>,
): Promise<string> {
  unhindered(hindersProposing(sort.code, by.actor));
  const id = newId();
  const at = clock.now();
  await em.transactional(async (tx) => {
    const { content, says } = await write(tx);
    const row = { id, status: 'draft' as const, version: 1, personId: by.personId, at, changedAt: at };
    await tx.insert(Draft, { ...row, sort: sort.code, content });
    await log(tx, clock, by, sort, { id, detail: says });
  });
  return id;
}

/** `write` gets what the draft held. */
export function changeDraft<Content>(
  em: EntityManager,
  clock: Clock,
  by: Hand,
  { sort, id, version }: { sort: DraftSort<Content>; id: string; version: number },
  write: (tx: EntityManager, content: Content) => Promise<Given<Content>>,
): Promise<void> {
  return em.transactional(async (tx) => {
    const draft = await lockedDraft(tx, by, id, version);
    const { content: before } = await draftOfSort(tx, sort, by.actor, id);
    unhindered(hindersChanging(draft, by.actor));
    const { content, says } = await write(tx, before);
    await log(tx, clock, by, sort, { id, detail: says });
    await touch(tx, clock, draft, { content });
  });
}

/** What only the side that reads templates sees of a draft, as things stand now (apps/api/wording). */
export type FaultsOf = (draft: DraftRow) => Promise<Fault[]>;
export const noFaults: FaultsOf = () => Promise.resolve([]);

/** From here on it stands still until a second person has decided. */
export function handInDraft(
  em: EntityManager,
  clock: Clock,
  by: Hand,
  { id, version }: { id: string; version: number },
  faultsOf = noFaults,
): Promise<void> {
  return em.transactional(async (tx) => {
    const draft = await lockedDraft(tx, by, id, version);
    unhindered(hindersChanging(draft, by.actor));
    const sort = sortOf(draft.sort);
    await unproblematic(tx, clock, draft, '还不能报批', faultsOf);
    const subject = sort.subject(draft.content);
    await tellApprovers(tx, clock, by, { sort: draft.sort, id, version: version + 1, subject });
    await log(tx, clock, by, sort, { id, detail: `报批${subject}` });
    const { version: basedOn } = await sort.beside(tx, draft);
    const undecided = { reason: null, decidedById: null, decidedAt: null };
    await touch(tx, clock, draft, { status: 'handed-in', basedOn, ...undecided });
  });
}

export async function unproblematic(
  tx: EntityManager,
  clock: Clock,
  draft: DraftRow,
  whatNot: string,
  faultsOf: FaultsOf,
): Promise<void> {
  const [problem] = await sortOf(draft.sort).problems(tx, clock, draft);
  if (problem !== undefined) throw conflict(`${whatNot}：${problem}`, 'problems');
  const faults = await faultsOf(draft);
  if (faults.length === 0) return;
  const errors = faults.map(({ line, says }) => ({ field: `lines.${line}`, detail: says }));
  throw new ProblemError(409, 'problems', `${whatNot}：${faults.map(faultWords).join('')}`, errors);
}

/** Its proposer takes it back, handed in or not; it stays to be read. */
export async function withdrawDraft(
  em: EntityManager,
  clock: Clock,
  by: Hand,
  id: string,
  version: number,
): Promise<void> {
  await em.transactional(async (tx) => {
    const draft = await lockedDraft(tx, by, id, version);
    unhindered(hindersWithdrawing(draft, by.actor));
    const sort = sortOf(draft.sort);
    await log(tx, clock, by, sort, { id, detail: `撤回${sort.subject(draft.content)}` });
    await touch(tx, clock, draft, { status: 'withdrawn' });
  });
}
