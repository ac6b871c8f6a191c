import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommitInput } from '#contracts/act';
import type { OuterEffect } from '#domain/case';
import { yearOf } from '#domain/day';
import { issued } from '#domain/issued';
import { numbering, type NoticeType } from '#domain/notice-type';
import { noticeTypeOf } from '#domain/notice-types';
import { newId } from '../id.ts';
import { contentOf, type PaperContent } from '../queries/papers/content-of.ts';
import type { NoticeToWord } from '../queries/papers/notice-to-render.ts';
import { nextNumber } from './next-number.ts';
import { isProven, paperHash } from './proofs.ts';

/**
 * `needed`: what a person issues is what was set before he signed. `trial`: nothing is issued, only worded.
 * `waived`: papers of the demo, which were signed long ago.
 */
export type Proving = 'needed' | 'trial' | 'waived';

/** The paper is not the one that was set before it was signed: the act is not done. */
export class PaperChanged extends Error {
  override readonly name = 'PaperChanged';
}

interface Issuing {
  index: number;
  effect: Extract<OuterEffect, { type: 'issueNotice' }>;
  proving: Proving;
  proof?: string;
}

/** The paper with its words as they stand in this transaction, and with its number, which nothing else gets. */
export async function issueNotice(
  em: EntityManager,
  input: CommitInput,
  { index, effect, proving, proof }: Issuing,
): Promise<void> {
  const { caseId, seq, event } = input;
  const type = noticeTypeOf(effect.code);
  const { replaces = null, how = null } = effect.params ?? {};
  const byPerson = event.actor !== 'system';
  const worded = await wordsOf(em, toWord(input, effect), proving !== 'trial' && !byPerson);
  const hash = worded && paperHash(effect.code, worded.content);
  if (proving === 'needed' && byPerson && (hash !== proof || !(await isProven(em, hash ?? ''))))
    throw new PaperChanged();
  const number = proving === 'trial' ? null : await numberOf(em, type, yearOf(event.day));
  const proven = proving === 'needed' && byPerson;
  const content =
    proving === 'trial' ? worded?.content : worded && issued(worded.content, number ?? undefined);
  await em.execute(
    `insert into notice (id, case_id, seq, idx, code, number, title, params, to_org_ids, issued_at, proof_hash, content,
       replaces_id, replaces_how)
     values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?::jsonb, ?::uuid, ?)`,
    [
      ...[newId(), caseId, seq, index, effect.code, number, type.label],
      ...[JSON.stringify(effect.params ?? {}), JSON.stringify(worded?.to ?? effect.to), event.at],
      ...[proven ? hash : null, !proven && content ? JSON.stringify(content) : null],
      ...[replaces, how],
    ],
  );
}

const toWord = (
  { caseId, seq, event, state }: CommitInput,
  { code, params = {}, to }: Issuing['effect'],
): NoticeToWord => ({
  ...{ id: '', caseId, code, params, to, seq, state },
  issuedAt: event.at,
  issuedOn: event.day,
});

/** What the system issues by itself must not hold up its case: what cannot be worded yet is worded when it is set. */
async function wordsOf(
  em: EntityManager,
  notice: NoticeToWord,
  laterWillDo: boolean,
): Promise<PaperContent | undefined> {
  if (!laterWillDo) return contentOf(em, notice);
  // A savepoint: a query that fails would take the whole act with it.
  return em.transactional((inner) => contentOf(inner, notice)).catch(() => undefined);
}

async function numberOf(em: EntityManager, type: NoticeType, year: number): Promise<string | null> {
  if (type.numberMark === undefined && !type.byIssue) return null;
  const { series, number } = numbering(type);
  return number(year, await nextNumber(em, series, year));
}
