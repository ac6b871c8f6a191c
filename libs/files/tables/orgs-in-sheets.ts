import { orgColumns, orgHead } from '#domain/org-table';
import type { OrgColumn, OrgTable } from '#domain/org-table';
import { readSheets } from './read-sheets.ts';
import { TableError, columnLetters } from './table.ts';
import type { Sheet } from './table.ts';

const headWithin = 20;
const wanted = Object.values(orgColumns).slice(0, 7).join('、');
const isHead = (cells: string[]): boolean => orgHead(cells) !== undefined;

/** Reads the organisations of an Excel or CSV file. Throws TableError. */
export async function readOrgTable(bytes: Uint8Array, fileName: string): Promise<OrgTable> {
  return orgsInSheets(await readSheets(bytes, fileName, isHead));
}

function orgsInSheets(sheets: readonly Sheet[]): OrgTable {
  const tables = sheets.flatMap((sheet) => {
    const at = sheet.rows.slice(0, headWithin).findIndex(({ cells }) => isHead(cells));
    return at < 0 ? [] : [{ sheet, at }];
  });
  const [table, other] = tables;
  if (!table)
    throw new TableError(
      '没有找到表头“名称”。',
      `请在第一行写明各列：${wanted}（只有“名称”必填），或者下载模板填写。`,
    );
  if (other)
    throw new TableError(
      `工作表“${table.sheet.name}”和“${other.sheet.name}”里都有机构，不知道以哪一张为准。`,
      '请只保留一张，另存后再上传。',
    );
  return readBody(table.sheet, table.at);
}

function readBody(sheet: Sheet, at: number): OrgTable {
  const heads = orgHead(sheet.rows[at]?.cells ?? []) ?? [];
  const columns = new Map<OrgColumn, number>();
  heads.forEach((head, column) => {
    if (head === undefined) return;
    if (columns.has(head))
      throw new TableError(`表头“${orgColumns[head]}”出现了两次。`, '请删去一列后再导入。');
    columns.set(head, column);
  });
  const read = [...columns];
  const rows = sheet.rows.slice(at + 1).map(({ row, cells }) => {
    const bare = sheet.uncomputed.find((one) => one.row === row && heads[one.column] !== undefined);
    if (bare)
      throw new TableError(
        `第 ${row} 行 ${columnLetters(bare.column)} 列是公式，文件中没有保存它的结果。`,
        '请在 Excel 中打开并保存一次，或者直接填写文字。',
      );
    const filled = read.flatMap(([code, column]) => {
      // The writers of tables put an apostrophe before what Excel would take for a formula.
      const text = (cells[column] ?? '')
        .replace(/\0|\p{Cs}/gu, '')
        .replace(/^'(?=[=+\-@])/u, '')
        .trim();
      return text === '' ? [] : [[code, text] as const];
    });
    return { row, cells: Object.fromEntries(filled) };
  });
  const body = rows.filter(({ cells }) => Object.keys(cells).length > 0);
  if (body.length === 0) throw new TableError('表头下面没有机构。', '请从表头的下一行起，每行填写一家机构。');
  const letters = Object.fromEntries(read.map(([code, column]) => [code, columnLetters(column)]));
  return { letters, rows: body };
}
