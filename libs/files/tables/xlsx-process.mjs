// Reads a workbook in a process of its own, whose memory and time are limited; a thread's heap limit can take the whole
// process with it. Plain JavaScript: it has to run from the sources, under Jest and from the build alike. Formulas are
// never computed: the value that was saved is read.
import ExcelJS from 'exceljs';

/** @returns {string | undefined} undefined for a formula without a saved value */
function textOf(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  // Excel's days have no zone; exceljs gives them as UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if ('formula' in value || 'sharedFormula' in value)
    return value.result === undefined ? undefined : textOf(value.result);
  if ('richText' in value) return value.richText.map((run) => run.text ?? '').join('');
  if ('hyperlink' in value) return textOf(value.text);
  if ('error' in value) return String(value.error);
  return '';
}

function readSheet(sheet, limits) {
  const rows = [];
  const uncomputed = [];
  const mergedColumns = new Set();
  sheet.eachRow((row, number) => {
    if (rows.length > limits.rows) throw new Error('LIMIT rows');
    const cells = [];
    row.eachCell((cell, column) => {
      if (column > limits.columns) throw new Error('LIMIT columns');
      if (cell.isMerged && cell.master.row !== cell.row) mergedColumns.add(column - 1);
      const text = textOf(cell.value);
      if (text === undefined) uncomputed.push({ row: number, column: column - 1 });
      cells[column - 1] = text ?? '';
    });
    if (cells.some((text) => text && text.trim() !== ''))
      rows.push({ row: number, cells: Array.from(cells, (text) => text ?? '') });
  });
  return { name: sheet.name, rows, mergedColumns: [...mergedColumns], uncomputed };
}

async function read({ bytes, limits }) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  const shown = workbook.worksheets.filter((sheet) => sheet.state === 'visible');
  if (shown.length > limits.sheets) throw new Error('LIMIT sheets');
  return { sheets: shown.map((sheet) => readSheet(sheet, limits)) };
}

process.once('disconnect', () => process.exit());
process.once('message', (job) => {
  read(job)
    .catch((error) => {
      const message = error instanceof Error ? error.message : String(error);
      return { failed: message.startsWith('LIMIT ') ? message.slice(6) : 'damaged' };
    })
    .then((answer) => process.send(answer, () => process.disconnect()));
});
