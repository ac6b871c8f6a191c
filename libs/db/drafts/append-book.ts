import type { Clock } from '#config/clock';
import { plusMs, type Instant } from '#domain/day';
import { instantFromDatabase } from '../columns.ts';
import { RuleBookRow } from '../entities/rule-book.ts';
import type { EntityManager } from '../orm.ts';

type Book = Omit<Parameters<typeof insert>[1], 'at'>;
const insert = (tx: EntityManager, row: Pick<RuleBookRow, 'version' | 'at'> & Partial<RuleBookRow>) =>
  tx.insert(RuleBookRow, row);

/** Another version of the rule book. */
export async function appendBook(tx: EntityManager, clock: Clock, book: Book): Promise<void> {
  await insert(tx, { ...book, at: await newestMoment(tx, clock.now()) });
}

/** The newest row holds, so it has to be the newest even where a clock was put back. */
async function newestMoment(tx: EntityManager, now: Instant): Promise<Instant> {
  const [last] = await tx.execute<{ at: string }[]>('select at from rule_book order by at desc limit 1');
  if (!last) return now;
  const next = plusMs(instantFromDatabase(last.at), 1);
  return now > next ? now : next;
}
