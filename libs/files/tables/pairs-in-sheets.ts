import type { PairRow } from '#domain/kinds/campaign/pairs/pair';
import { sideLabels } from '#domain/kinds/campaign/pairs/pair';
import { expectedColumns, pairColumns } from '#domain/kinds/campaign/pairs/pair-columns';
import type { PairColumns } from '#domain/kinds/campaign/pairs/pair-columns';
import { cutNames } from '#domain/kinds/campaign/pairs/paste-cells';
import { TableError, columnLetters } from './table.ts';
import type { Sheet, TableProblem } from './table.ts';

export interface PairTable {
  rows: PairRow[];
  problems: TableProblem[];
}

const headWithin = 20;
const footer = /^(合计|总计|小计|共计|注[：:]|备注[：:]|说明[：:])/u;

/** Finds the one sheet that has the two columns, and its pairs; a pilot named once goes on below. */
export function pairsInSheets(sheets: readonly Sheet[]): PairTable {
  const tables = sheets.flatMap((sheet) => {
    const at = sheet.rows.slice(0, headWithin).findIndex(({ cells }) => pairColumns(cells));
    const columns = pairColumns(sheet.rows[at]?.cells ?? []);
    return columns ? [{ sheet, columns, body: sheet.rows.slice(at + 1) }] : [];
  });
  const [table, other] = tables;
  if (!table) throw noColumns(sheets);
  if (other)
    throw new TableError(
      `工作表“${table.sheet.name}”和“${other.sheet.name}”里都有名单，不知道以哪一张为准。`,
      '请只保留一张，另存后再上传。',
    );
  const found = readBody(table.sheet, table.columns, table.body);
  if (found.rows.length === 0 && found.problems.length === 0)
    throw new TableError('表头下面没有名单。', '请从表头的下一行起，每行填写一家试点医院和一家帮带医院。');
  return found;
}

function readBody(sheet: Sheet, columns: PairColumns, body: Sheet['rows']): PairTable {
  const table: PairTable = { rows: [], problems: [] };
  // Where somebody merged cells, a blank one is an omission; where nobody did, it means the same as above.
  const carries = !sheet.mergedColumns.includes(columns.pilot);
  let above = '';
  for (const { row, cells } of body) {
    if (footer.test(cells.find((cell) => cell.trim() !== '')?.trim() ?? '')) continue;
    const uncomputed = sheet.uncomputed.filter((one) => one.row === row);
    for (const side of ['pilot', 'assisted'] as const)
      if (uncomputed.some(({ column }) => column === columns[side]))
        table.problems.push({
          row,
          column: columnLetters(columns[side]),
          message: `第 ${row} 行${sideLabels[side]}（${columnLetters(columns[side])} 列）是公式，文件中没有保存它的结果。`,
          remedy: '请在 Excel 中打开并保存一次，或者直接填写医院名称。',
        });
    const pilotText = cells[columns.pilot]?.trim() ?? '';
    const names = cutNames(cells[columns.assisted] ?? '');
    if (pilotText !== '') above = pilotText;
    // Only other columns are filled, or the pilot stands in a row of its own above its list.
    if (names.length === 0 && (pilotText === '' || cells.filter((cell) => cell.trim() !== '').length === 1))
      continue;
    for (const assistedText of names.length > 0 ? names : [''])
      table.rows.push({ row, pilotText: pilotText === '' && carries ? above : pilotText, assistedText });
  }
  return table;
}

function noColumns(sheets: readonly Sheet[]): TableError {
  const first = sheets.find(({ rows }) => rows.length > 0)?.rows[0];
  if (!first) return new TableError('表格是空的。', `请填写名单，表头应有${expectedColumns}两列。`);
  const seen = first.cells
    .filter((cell) => cell.trim() !== '')
    .slice(0, 8)
    .map((cell) => `“${cell.trim().slice(0, 20)}”`);
  return new TableError(
    `没有找到表头${expectedColumns}：第 ${first.row} 行是${seen.join('、')}。`,
    `请把两列的表头写为${expectedColumns}，或者下载模板填写。`,
  );
}
