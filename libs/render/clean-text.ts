/** Where a person pressed Enter; the template's own line breaks carry no meaning. */
export const lineBreak = '\u2028';

const lineBreaks = /(?:\r\n?|[\n\v\f\u0085\u2028\u2029])+/gu;
// Variation selectors stay: they choose the form of a character in a name.
const invisible =
  /(?![\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u2028])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\p{Noncharacter_Code_Point}]/gu;

/** Bidi controls can turn a line of an official paper backwards, zero-width ones can hide in a name. */
export function cleanText(text: string): string {
  return text.replace(lineBreaks, lineBreak).replace(/\t/gu, ' ').replace(invisible, '');
}

/** Every string inside plain data, cleaned. */
export function cleanData<T>(data: T): T {
  if (typeof data === 'string') return cleanText(data) as T;
  if (Array.isArray(data)) return data.map((entry: unknown) => cleanData(entry)) as T;
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, cleanData<unknown>(value)]),
  ) as T;
}
