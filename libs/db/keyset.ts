import { ProblemError } from '#contracts/problem';

/** Where a page ended, as an opaque text: the values of its last row in the order of the list. */
export const cursorOf = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

const forms = {
  day: /^(\d{4}-\d\d-\d\d|infinity)$/,
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
} as const;

/** What a page came with is foreign: anything but such values is refused. */
export function readCursor(cursor: string, ...wanted: (keyof typeof forms)[]): string[] {
  const values = parsed(cursor);
  if (
    values.length !== wanted.length ||
    !wanted.every((form, index) => forms[form].test(values[index] ?? ''))
  )
    throw new ProblemError(400, 'bad-cursor', '翻页位置无效，请回到第一页。');
  return values;
}

function parsed(cursor: string): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(values) && values.every((value) => typeof value === 'string') ? values : [];
  } catch {
    return [];
  }
}

/** One row more than asked for says that there is another page. */
export function pageOfRows<R>(
  rows: R[],
  limit: number,
  keyOf: (row: R) => readonly string[],
): { rows: R[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, next: rows.length > limit && last ? cursorOf(keyOf(last)) : null };
}
