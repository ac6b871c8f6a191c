export type Row = Record<string, string | number>;

export interface Report {
  part: string;
  title: string;
  tables: { title: string; rows: Row[] }[];
  /** Sentences: what was done, and what limits the result. */
  notes: string[];
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

export function print({ title, tables, notes }: Report): void {
  console.log(`\n${title}`);
  for (const table of tables) {
    console.log(`\n${table.title}`);
    console.table(Object.fromEntries(table.rows.map(({ what = '', ...row }) => [what, row])));
  }
  for (const note of notes) console.log(`- ${note}`);
}
