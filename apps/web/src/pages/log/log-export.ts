import type { LogEntry } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { clockText, dayOf } from '../../days/day-text.ts';
import type { LogFilter } from './log-filter.ts';

/** Lines of one file: what a desk computer's spreadsheet still opens at once. */
export const mostLines = 20_000;

export const timeText = (at: string): string => `${dayOf(at)} ${clockText(at)}`;

const heads = ['时间', '事项', '人员', '登录名', '机构', '内容', '来源地址', '请求编号'];

const line = (entry: LogEntry): string[] => [
  timeText(entry.at),
  entry.kindLabel,
  entry.personName ?? '',
  entry.login ?? '',
  entry.orgName ?? '',
  entry.detail,
  entry.ip ?? '',
  entry.requestId ?? '',
];

/** A cell that begins with such a sign would be run as a formula. */
const tame = (cell: string): string => (/^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell);
const quote = (cell: string): string => `"${tame(cell).replaceAll('"', '""')}"`;

/** Exactly what the filter shows, as CSV with the mark by which Excel knows UTF-8. */
export async function exportLog(filter: LogFilter, told: (lines: number) => void): Promise<Blob> {
  const lines: string[][] = [heads];
  let after: string | undefined;
  do {
    const query = { ...filter, limit: 200, ...(after ? { after } : {}) };
    const page = await ask(api.GET('/api/log', { params: { query } }));
    lines.push(...page.items.map(line));
    told(lines.length - 1);
    after = page.next ?? undefined;
  } while (after && lines.length <= mostLines);
  const text = lines.map((cells) => cells.map(quote).join(',')).join('\r\n');
  return new Blob([`\uFEFF${text}`], { type: 'text/csv;charset=utf-8' });
}

export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
