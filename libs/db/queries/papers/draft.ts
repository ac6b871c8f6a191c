import type { EntityManager } from '@mikro-orm/postgresql';
import type { CaseState } from '#domain/case';
import type { Instant } from '#domain/day';
import { shanghaiDay } from '#domain/day';
import type { DraftPaper } from '#domain/kind';
import type { NoticeContent } from '#domain/notice';
import { contentOf } from './content-of.ts';

interface Drafting {
  caseId: string;
  seq: number;
  state: CaseState;
  now: Instant;
  form: Record<string, unknown>;
  /** Of several papers: which one. */
  nth?: number;
}

/** What a paper would say if it were issued now; without a number it is a draft. */
export async function draftContent(
  em: EntityManager,
  { code, params = {}, to = [] }: DraftPaper,
  { now, ...drafting }: Drafting,
): Promise<{ content: NoticeContent; of: number }> {
  const notice = {
    ...drafting,
    id: '',
    code,
    params,
    to,
    issuedAt: now,
    issuedOn: shanghaiDay(now),
  };
  const { content, of = 1 } = await contentOf(em, notice);
  return { content, of };
}
