import { randomInt } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommitInput } from '#contracts/act';
import type { OuterEffect } from '#domain/case';
import { newCheckCode } from '#domain/check-code';
import { yearOf, type Day } from '#domain/day';
import { issued } from '#domain/issued';
import { noticeTypeOf } from '#domain/notice-types';
import { numberingOn, numberText, seriesOf } from '#domain/numbering';
import { askedOnce } from '../asked-once.ts';
import { newId } from '../id.ts';
import { contentOf, type PaperContent } from '../queries/papers/content-of.ts';
import { rulesInForce } from '../queries/rule-book.ts';
import type { NoticeToWord } from '../queries/papers/notice-to-render.ts';
import { nextNumber } from './next-number.ts';
import { areProven, jointHash, paperHash } from './proofs.ts';

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

/** The papers with their words as they stand in this transaction, and with their numbers, which nothing else gets. */
export async function issueNotice(
  em: EntityManager,
  input: CommitInput,
  { index, effect, proving, proof }: Issuing,
): Promise<void> {
  const { event } = input;
  const { code } = effect;
  const byPerson = event.actor !== 'system';
  const papers: Worded[] = [];
  const asked = effect.each ? askedOnce(em) : em;
  for (const to of effect.each ? effect.to.map((one) => [one]) : [effect.to]) {
    const words = await wordsOf(asked, toWord(input, { ...effect, to }), proving !== 'trial' && !byPerson);
    papers.push({ to, ...words, hash: words ? paperHash(code, words.content) : null });
  }
  const proven = proving === 'needed' && byPerson;
  const hashes = papers.map(({ hash }) => hash ?? '');
  if (proven && (jointHash(hashes) !== proof || !(await areProven(em, hashes)))) throw new PaperChanged();
  const numbers = proving === 'trial' ? [] : await numbersOf(em, code, event.day, papers.length);
  const rows = papers.map(({ to, hash, content }, nth) => {
    const number = numbers[nth];
    const checkCode = newCheckCode((below) => randomInt(below));
    const marks = { ...(number === undefined ? {} : { number }), checkCode };
    return {
      ...{ id: newId(), nth, number: number ?? null, to_org_ids: to, check_code: checkCode },
      proof_hash: proven ? hash : null,
      wording_version: content?.wording?.version ?? null,
      content: proven || !content ? null : proving === 'trial' ? content : issued(content, marks),
    };
  });
  await writeRows(em, input, { index, effect }, rows);
}

type Worded = Partial<PaperContent> & { to: string[]; hash: string | null };

async function writeRows(
  em: EntityManager,
  { caseId, seq, event }: CommitInput,
  { index, effect: { code, params = {}, service } }: Pick<Issuing, 'index' | 'effect'>,
  rows: object[],
): Promise<void> {
  await em.execute(
    `insert into notice (id, case_id, seq, idx, nth, code, number, title, params, to_org_ids, issued_at, service_no,
       replaces_id, replaces_how, proof_hash, content, wording_version, check_code)
     select id, ?, ?, ?, nth, ?, number, ?, ?::jsonb, to_org_ids, ?, ?, ?::uuid, ?, proof_hash, content, wording_version, check_code
       from jsonb_to_recordset(?::jsonb)
         as row(id uuid, nth int, number text, to_org_ids jsonb, proof_hash text, content jsonb, wording_version int,
                check_code text)`,
    [
      ...[caseId, seq, index, code, noticeTypeOf(code).label, JSON.stringify(params), event.at],
      ...[service ?? null, params.replaces ?? null, params.how ?? null],
      JSON.stringify(rows),
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

async function numbersOf(em: EntityManager, code: string, day: Day, count: number): Promise<string[]> {
  const row = numberingOn((await rulesInForce(em)).numbering, code, day);
  if (!row) return [];
  const year = yearOf(day);
  const first = await nextNumber(em, seriesOf(row), year, count);
  return Array.from({ length: count }, (_, nth) => numberText(row, year, first + nth));
}
