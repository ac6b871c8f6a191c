import type { CaseState } from './case.ts';
import type { Day } from './day.ts';
import type { DeadlineRule } from './deadline.ts';
import { lengthWords } from './explain.ts';
import type { Action } from './kind.ts';
import { ruleOn } from './rule.ts';

/**
 * What an act brings about, in full sentences. A limit stands in them as `{pairing.confirm}` and is read from
 * the row in force that day, so that a sentence promises what the clock will count.
 */
export function consequencesOf<S extends CaseState>(
  { consequences }: Action<S>,
  state: S,
  rules: readonly DeadlineRule[],
  today: Day,
): string[] {
  const told = consequences?.(state) ?? [];
  return told.map((sentence) =>
    sentence.replace(/\{([a-z.-]+)\}/g, (_, code: string) => lengthWords(ruleOn(rules, code, today))),
  );
}
