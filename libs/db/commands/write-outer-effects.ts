import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommitInput } from '#contracts/act';
import { isOuter, type OuterEffect } from '#domain/case';
import { yearOf } from '#domain/day';
import { numbering } from '#domain/notice-type';
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
  const type = noticeTypeOf(effect.code);
  const year = yearOf(event.day);
  const { series, number: numbered } = numbering(type);
  const number = effect.series ? numbered(year, await nextNumber(em, series, year)) : null;
  const { replaces = null, how = null } = effect.params ?? {};
  await em.execute(
    `insert into notice (id, case_id, seq, idx, code, number, title, params, to_org_ids, issued_at,
       replaces_id, replaces_how)
     values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?::uuid, ?)`,
    [
      newId(),
      caseId,
      seq,
      index,
      effect.code,
      number,
      type.label,
      JSON.stringify(effect.params ?? {}),
      JSON.stringify(effect.to),
      event.at,
      replaces,
      how,
    ],
  );
}
