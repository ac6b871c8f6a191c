import type { Clock } from '#config/clock';
import { ProblemError } from '#contracts/problem';
import { composed } from '#domain/rules/compose';
import { ruleFaults } from '#domain/rules/faults';
import type { GivenRules } from '#domain/rules/given';
import type { Hand } from '../../drafts/draft-sort.ts';
import { rulesSort as sort } from '../../drafts/rules.ts';
import type { EntityManager } from '../../orm.ts';
import { rulesInForce } from '../../queries/rule-book.ts';
import { changeDraft, proposeDraft } from './acts.ts';

/** A proposal is sound when it is kept, so that whoever looks at it sees what would come. */
async function sound(tx: EntityManager, clock: Clock, given: GivenRules): Promise<GivenRules> {
  const rules = await rulesInForce(tx);
  const faults = ruleFaults(composed(given, rules), rules, clock.today());
  if (faults.length === 0) return given;
  const errors = faults.map(({ row, field, says }) => ({ field: `rows.${row}.${field}`, detail: says }));
  throw new ProblemError(400, 'invalid', faults[0]?.says ?? '', errors);
}

const wordsOf = (given: GivenRules): string => `${sort.subject(given)}（${given.rows.length}条）`;

export const proposeRules = (em: EntityManager, clock: Clock, by: Hand, given: GivenRules): Promise<string> =>
  proposeDraft(em, clock, by, sort, async (tx) => ({
    content: await sound(tx, clock, given),
    says: `起草${wordsOf(given)}`,
  }));

export const changeRules = (
  em: EntityManager,
  clock: Clock,
  by: Hand,
  { id, version }: { id: string; version: number },
  given: GivenRules,
): Promise<void> =>
  changeDraft(em, clock, by, { sort, id, version }, async (tx) => ({
    content: await sound(tx, clock, given),
    says: `修改${wordsOf(given)}`,
  }));
