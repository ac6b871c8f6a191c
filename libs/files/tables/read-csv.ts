import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';
import { TableError, tableLimits } from './table.ts';
import type { Sheet } from './table.ts';

const delimiters = [',', '\t', ';', '|', '，'] as const;
const headWithin = 20;

/** Reads a CSV file as one sheet; rows are numbered as Excel would show them. */
export function readCsv(bytes: Buffer, isHead: (cells: string[]) => boolean): Sheet {
  const decoded = decodeText(bytes);
  if (decoded === undefined)
    throw new TableError(
      '无法识别这个文件的文字编码。',
      '请在 Excel 或 WPS 中打开，另存为 .xlsx 或者“CSV UTF-8”后再上传。',
    );
  // Excel's own way to name the delimiter, in a line that it doesn't show.
  const [, named] = /^\ufeff?sep=(.)\r?\n/u.exec(decoded) ?? [];
  const text = named === undefined ? decoded : decoded.slice(decoded.indexOf('\n') + 1);
  const records = named === undefined ? parseBest(text, isHead) : parseBy(text, named);
  if (records.length > tableLimits.rows)
    throw new TableError(`文件超过 ${tableLimits.rows} 行，没有读取。`, '请只保留名单，或者分几次导入。');
  return {
    name: 'CSV',
    rows: records
      .map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => cell.trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
    mergedColumns: [],
    uncomputed: [],
  };
}

/** The delimiter under which the head appears, else the one that cuts most. */
function parseBest(text: string, isHead: (cells: string[]) => boolean): string[][] {
  const start = text.split(/\r\n?|\n/u, headWithin).join('\n');
  const cuts = delimiters.map((delimiter) => {
    const lines = start
      .split('\n')
      .map((line) => line.split(delimiter).map((cell) => cell.replaceAll('"', '')));
    const head = lines.some(isHead);
    return {
      delimiter,
      weight: (head ? 1_000_000 : 0) + lines.reduce((sum, cells) => sum + cells.length - 1, 0),
    };
  });
  const best = cuts.reduce((a, b) => (b.weight > a.weight ? b : a));
  return parseBy(text, best.delimiter);
}

function parseBy(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      // One more than allowed, so that too many is noticed and not cut in silence.
      to: tableLimits.rows + 1,
      max_record_size: 100_000,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
    throw new TableError(
      `${line === undefined ? '' : `第 ${line} 行附近`}引号不成对，CSV 无法读下去。`,
      '请补上或者删去多余的引号，或者在 Excel、WPS 中另存为 .xlsx 后再上传。',
    );
  }
}
