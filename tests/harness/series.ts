import type { EntityManager } from '#db/orm';
import { instantFromDatabase } from '#db/columns';
import { rulesInForce } from '#db/queries/rule-book';
import { shanghaiDay, yearOf, type Day } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { numberingOn, numberText, seriesOf, type NumberingRule } from '#domain/numbering';

export interface Given {
  /** Of a case its kind, of a paper its code. */
  of: string;
  number: string;
  day: Day;
}
export interface Taken {
  series: string;
  year: number;
  last: number;
}
export interface Numbers {
  series: readonly Taken[];
  cases: readonly Given[];
  papers: readonly Given[];
}

/** Numbers of cases and papers run from 1 to the last of their series, each given once. */
export function seriesFaults({ series, cases, papers }: Numbers, rules: readonly NumberingRule[]): string[] {
  const faults: string[] = [];
  const nths = new Map<string, number[]>(series.map((one) => [`${one.series} ${one.year}`, []]));
  const count = (name: string, { number, day }: Given, written: (nth: number) => string) => {
    const key = `${name} ${yearOf(day)}`;
    // All shapes end with the count and at most one word.
    const nth = Number(/(\d+)\D*$/u.exec(number)?.[1]);
    if (written(nth) === number) nths.set(key, [...(nths.get(key) ?? []), nth]);
    else faults.push(`${key}: ${number} is not written as its row says`);
  };
  for (const one of cases)
    count(`case:${one.of}`, one, (nth) => `${kindOf(one.of).registerMark}〔${yearOf(one.day)}〕${nth}号`);
  for (const one of papers) {
    const row = numberingOn(rules, one.of, one.day);
    if (row) count(seriesOf(row), one, (nth) => numberText(row, yearOf(one.day), nth));
    else faults.push(`${one.of}: ${one.number}, though it bears none`);
  }
  const lasts = new Map(series.map((one) => [`${one.series} ${one.year}`, one.last]));
  for (const [name, taken] of nths) {
    const wrong = taken.sort((one, other) => one - other).findIndex((nth, at) => nth !== at + 1);
    if (wrong >= 0) faults.push(`${name}: ${taken[wrong]} where ${wrong + 1} is due`);
    else if (taken.length !== lasts.get(name)) faults.push(`${name}: ${taken.length} of ${lasts.get(name)}`);
  }
  return faults;
}

/** What is wrong with the numbers of a whole database, by the rules that hold in it. */
export async function numbersThatFail(em: EntityManager): Promise<string[]> {
  const given = async (sql: string) =>
    (await em.execute<{ of: string; number: string; at: string }[]>(sql)).map(({ of, number, at }) => ({
      ...{ of, number, day: shanghaiDay(instantFromDatabase(at)) },
    }));
  const series = await em.execute<Taken[]>('select series, year, last from number_series');
  const cases = await given('select kind as of, number, opened_at as at from case_file');
  const papers = await given(
    'select code as of, number, issued_at as at from notice where number is not null',
  );
  return seriesFaults({ series, cases, papers }, (await rulesInForce(em)).numbering);
}
