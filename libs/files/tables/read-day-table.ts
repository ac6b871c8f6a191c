import { z } from 'zod';
import { dayHead, readDayRows, type DayRow, type DayTable } from '#domain/holidays/day-table';
import { decodeText } from './decode-text.ts';
import { readSheets } from './read-sheets.ts';
import { TableError } from './table.ts';

const wanted = '请写明三列：日期（2027-01-01）、类型（放假或上班）、名称（节日）。';
const entry = z.object({ kind: z.string(), name: z.string() });
/** A list of days, or an object with a day for each key. */
const json = z.union([
  z.array(entry.extend({ day: z.string() })),
  z
    .record(z.string(), entry)
    .transform((days) => Object.entries(days).map(([day, one]) => ({ day, ...one }))),
]);

/** The days off and made up of a year, out of Excel, CSV or JSON. Throws TableError. */
export async function readDayTable(bytes: Uint8Array, fileName: string): Promise<DayTable> {
  return readDayRows(/\.json$/iu.test(fileName) ? inJson(bytes) : await inSheets(bytes, fileName));
}

async function inSheets(bytes: Uint8Array, fileName: string): Promise<DayRow[]> {
  const sheets = await readSheets(bytes, fileName, (cells) => dayHead(cells) !== undefined);
  for (const { rows } of sheets) {
    const at = rows.findIndex(({ cells }) => dayHead(cells));
    const head = dayHead(rows[at]?.cells ?? []);
    if (!head) continue;
    const cell = (cells: string[], column: number) => cells[column] ?? '';
    return rows.slice(at + 1).map(({ row, cells }) => ({
      ...{ row, day: cell(cells, head.day), kind: cell(cells, head.kind), name: cell(cells, head.name) },
    }));
  }
  throw new TableError('没有找到表头。', wanted);
}

function inJson(bytes: Uint8Array): DayRow[] {
  const parsed = json.safeParse(parsedJson(bytes));
  if (!parsed.success)
    throw new TableError(
      'JSON 的内容不是日期的列表。',
      '应写作 [{"day":"2027-01-01","kind":"holiday","name":"元旦"}]。',
    );
  return parsed.data.map((row, index) => ({ row: index + 1, ...row }));
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse((decodeText(Buffer.from(bytes)) ?? '').replace(/^\ufeff/u, ''));
  } catch {
    throw new TableError('这个 JSON 文件不完整，无法读取。', '请重新导出后再上传。');
  }
}
