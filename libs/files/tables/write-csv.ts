import { defused } from './write-table.ts';
import type { TableCell, TableToWrite } from './write-table.ts';

/** Excel takes UTF-8 for what it is only with this in front. */
const byteOrderMark = '\uFEFF';

/** RFC 4180, line after line: what Excel and WPS open without asking. */
export async function* csvLines({ columns, rows }: Omit<TableToWrite, 'sheet'>): AsyncGenerator<string> {
  yield byteOrderMark + lineOf(columns.map(({ header }) => header));
  for await (const row of rows) yield lineOf(row);
}

const lineOf = (cells: readonly TableCell[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = defused(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
