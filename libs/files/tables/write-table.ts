import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';

/** Days are written as their text; an amount, a count or a ratio as a number. */
export type TableCell = string | number | boolean | null;

export interface TableToWrite {
  sheet: string;
  columns: { header: string; width?: number }[];
  rows: Iterable<readonly TableCell[]> | AsyncIterable<readonly TableCell[]>;
}

const longestCell = 32_767;
const rowsPerTurn = 500;

/** Writes one sheet as .xlsx to a stream and ends it, row by row: an export may have 200,000. */
export async function writeTable(target: Writable, table: TableToWrite): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: target,
    useStyles: true,
    useSharedStrings: false,
  });
  const sheet = workbook.addWorksheet(sheetName(table.sheet), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = table.columns.map(({ header, width }) => ({ header: defused(header), width: width ?? 18 }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  let written = 0;
  for await (const row of table.rows) {
    sheet.addRow(row.map((cell) => (typeof cell === 'string' ? defused(cell) : cell))).commit();
    if (++written % rowsPerTurn === 0) await breathe(target);
  }
  if (written > 0)
    sheet.autoFilter = {
      from: { row: 1, column: 1 },
      to: { row: written + 1, column: table.columns.length },
    };
  sheet.commit();
  await workbook.commit();
}

/** exceljs doesn't wait for a slow reader by itself. */
async function breathe(target: Writable): Promise<void> {
  await setImmediate();
  if (target.destroyed) throw new Error('the reader has gone');
  if (target.writableNeedDrain) await Promise.race([once(target, 'drain'), once(target, 'close')]);
}

/** A text that Excel, or a later CSV, would take for a formula gets an apostrophe; a plain number doesn't need one. */
export function defused(text: string): string {
  // XML 1.0 can't hold these; Excel calls such a file damaged.
  const clean = text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .slice(0, longestCell - 1);
  const formula = /^[\s]*[=+\-@＝＋－＠\t\r]/u.test(clean) && !/^[-+]?\d+(\.\d+)?%?$|^[-—–]+$/u.test(clean);
  return formula ? `'${clean}` : clean;
}

/** At most 31 characters without []:*?/\, as Excel wants it. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\']/gu, ' ')
      .trim()
      .slice(0, 31) || '数据'
  );
}
