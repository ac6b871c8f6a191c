import type { Values } from './body.ts';
import type { Field } from './schema.ts';

/** Cells as spreadsheets put them on the clipboard; undefined where it is plain text for one cell. */
export function cellsOf(text: string): string[][] | undefined {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  if (!text.includes('\t')) return undefined;
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** The rows with the cells put in from a row and column on. */
export function placed(
  before: readonly Values[],
  cells: readonly (readonly string[])[],
  row: number,
  column: number,
  parts: readonly Field[],
): Values[] {
  const rows = before.map((values) => ({ ...values }));
  cells.forEach((line, down) => {
    const target: Values = { ...rows[row + down] };
    line.forEach((cell, across) => {
      const part = parts[column + across];
      if (part && cell !== '') target[part.name] = read(part, cell);
    });
    rows[row + down] = target;
  });
  return rows;
}

function read(part: Field, cell: string): unknown {
  if (part.choices.length > 0) {
    const found = part.choices.find(({ label, value }) => label === cell || value === cell);
    return found?.value ?? part.choices.find(({ label }) => label.includes(cell))?.value;
  }
  if (part.widget === 'number') {
    const number = Number(cell.replace(/[,，]/g, ''));
    return Number.isNaN(number) ? undefined : number;
  }
  return part.widget === 'day' ? dayFrom(cell) : cell;
}

/** 2026/1/5, 2026.1.5, 2026年1月5日 → 2026-01-05 */
function dayFrom(cell: string): string | undefined {
  const [, year, month = '', date = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : undefined;
}
