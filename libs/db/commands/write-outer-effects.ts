import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommitInput } from '#contracts/act';
import { isOuter } from '#domain/case';
import { issueNotice, type Proving } from './issue-notice.ts';

/** Effects to the outside become rows; a paper takes its number here, in the transaction that issues it. */
export async function writeOuterEffects(
  em: EntityManager,
  input: CommitInput,
  proving: Proving,
): Promise<void> {
  const { caseId, seq, event } = input;
  const proofs = (event.facts.papers ?? []).values();
  for (const [index, effect] of input.effects.entries()) {
    if (!isOuter(effect)) continue;
    await em.execute(
      'insert into effect (case_id, seq, idx, type, body, at) values (?, ?, ?, ?, ?::jsonb, ?)',
      [caseId, seq, index, effect.type, JSON.stringify(effect), event.at],
    );
    if (effect.type !== 'issueNotice') continue;
    const proof = proofs.next().value;
    await issueNotice(em, input, { index, effect, proving, ...(proof === undefined ? {} : { proof }) });
  }
}
