import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommitInput } from '#contracts/act';
import { isOuter, type OuterEffect } from '#domain/case';
import { yearOf } from '#domain/day';
import { noticeTypeOf } from '#domain/notice-types';
import { newId } from '../id.ts';
import { nextNumber } from './next-number.ts';

/** Effects to the outside become rows; a paper takes its number here, in the transaction that issues it. */
export async function writeOuterEffects(em: EntityManager, input: CommitInput): Promise<void> {
  const { caseId, seq, event } = input;
  for (const [index, effect] of input.effects.entries()) {
    if (!isOuter(effect)) continue;
    await em.execute(
      'insert into effect (case_id, seq, idx, type, body, at) values (?, ?, ?, ?, ?::jsonb, ?)',
      [caseId, seq, index, effect.type, JSON.stringify(effect), event.at],
    );
    if (effect.type === 'issueNotice') await issue(em, input, index, effect);
  }
}

async function issue(
  em: EntityManager,
  { caseId, seq, event }: CommitInput,
  index: number,
  effect: Extract<OuterEffect, { type: 'issueNotice' }>,
): Promise<void> {
  const { label, numberMark } = noticeTypeOf(effect.code);
  const year = yearOf(event.day);
  const number = effect.series
    ? `${numberMark}〔${year}〕${await nextNumber(em, `notice:${numberMark}`, year)}号`
    : null;
  await em.execute(
    `insert into notice (id, case_id, seq, idx, code, number, title, params, to_org_ids, issued_at,
       service_no)
     values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)`,
    [
      newId(),
      caseId,
      seq,
      index,
      effect.code,
      number,
      label,
      JSON.stringify(effect.params ?? {}),
      JSON.stringify(effect.to),
      event.at,
      effect.service ?? null,
    ],
  );
}
