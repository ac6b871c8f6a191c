import { openOrm } from '#db/orm';
import { fill } from './fill.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';
import { questions } from './questions.ts';

const aimMs = 50;

/** (b) of the speed table: inbox and register over 1,000,000 todos and 200,000 cases at 8 clients. */
export async function benchReads(
  databaseUrl: string,
  {
    cases = 200_000,
    todos = 1_000_000,
    perClient = 25,
  }: { cases?: number; todos?: number; perClient?: number } = {},
): Promise<(Measured & { holds: boolean })[]> {
  const orm = await openOrm(databaseUrl, { poolSize: 8 });
  try {
    await fill(orm, databaseUrl, { cases, todos });
    const rows: (Measured & { holds: boolean })[] = [];
    for (const question of questions) {
      const measured = await measure(orm, question, perClient);
      rows.push({ ...measured, holds: measured.p95 < aimMs });
    }
    return rows;
  } finally {
    await orm.close(true);
  }
}
