import type { Clock } from '#config/clock';
import type { RuleProposal } from '#contracts/rules';
import { handInDraft } from '#db/commands/drafts/acts';
import { approveDraft } from '#db/commands/drafts/decisions';
import { proposeRules } from '#db/commands/drafts/rules';
import type { Hand } from '#db/drafts/draft-sort';
import { ruleBookFor } from '#db/queries/rule-book';
import type { RuleBook } from '#domain/case';
import { bookAction } from '#domain/rebook';
import type { Bureau } from './bureau.ts';
import { unsound } from './soundness.ts';

/** The books that came about, by their versions. */
export type Books = Map<string, RuleBook>;

export async function keepBook(desk: Bureau, clock: Clock, books: Books): Promise<void> {
  const book = await ruleBookFor(desk.orm.em.fork(), 'pairing', clock.today());
  books.set(book.version, book);
}

/** Proposed by one, published by another; the book's new version. */
export async function publishRows(
  desk: Bureau,
  clock: Clock,
  books: Books,
  proposal: RuleProposal,
): Promise<string> {
  const em = () => desk.orm.em.fork();
  const admin = async (role: 'system-admin' | 'security-admin'): Promise<Hand> => {
    const actor = await desk.person(role);
    return { personId: actor.personId, name: role, actor };
  };
  const proposer = await admin('system-admin');
  const id = await proposeRules(em(), clock, proposer, proposal);
  await handInDraft(em(), clock, proposer, { id, version: 1 });
  const { book = '' } = await approveDraft(em(), clock, await admin('security-admin'), { id, version: 2 });
  await keepBook(desk, clock, books);
  return book;
}

/** Each event decided by the book that the case had then. */
export async function faultsByBook(
  desk: Bureau,
  books: Books,
  caseId: string,
  opened: string,
): Promise<string[]> {
  let version = opened;
  const bookAt = ({ action, fields }: { action: string; fields: unknown }) => {
    if (action === bookAction) version = (fields as { version: string }).version;
    const book = books.get(version);
    if (!book) throw new Error(`no book ${version}`);
    return book;
  };
  return unsound(desk.orm.em.fork(), caseId, { bookAt });
}
