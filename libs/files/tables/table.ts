/** One sheet as texts, however the cells were made; a CSV file is one sheet. */
export interface Sheet {
  name: string;
  /** Only rows with something in them; `row` is the number that Excel shows. */
  rows: { row: number; cells: string[] }[];
  /** Columns, from 0, in which cells are merged over several rows: each of those rows carries the text. */
  mergedColumns: number[];
  /** Formulas that were saved without a value; they are never computed here. */
  uncomputed: { row: number; column: number }[];
}

export interface TableProblem {
  row?: number;
  /** As Excel shows it: B. */
  column?: string;
  message: string;
  remedy: string;
}

/** A file that can't be read as a table: one sentence for what is wrong, one for what would be right. */
export class TableError extends Error {
  override readonly name = 'TableError';
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

export const tableLimits = {
  fileBytes: 10 * 1024 * 1024,
  /** All parts of a workbook together, unpacked. */
  unpackedBytes: 80 * 1024 * 1024,
  sheets: 50,
  rows: 6000,
  columns: 200,
  heapMb: 256,
  timeMs: 10_000,
} as const;

/** 0 → A, 26 → AA */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
