import type { WordingLine } from '../../api/bureau-types.ts';

/** Where somebody last typed; without a place in it, at its end. */
export interface Caret {
  index: number;
  at?: number;
}

export const changed = (lines: readonly WordingLine[], index: number, line: WordingLine): WordingLine[] =>
  lines.map((one, place) => (place === index ? line : one));

/** Below this one, as an ordinary paragraph. */
export const added = (lines: readonly WordingLine[], index: number): WordingLine[] => [
  ...lines.slice(0, index + 1),
  { kind: 'paragraph', text: '' },
  ...lines.slice(index + 1),
];

export const removed = (lines: readonly WordingLine[], index: number): WordingLine[] =>
  lines.length > 1 ? lines.filter((_, place) => place !== index) : [...lines];

export function moved(lines: readonly WordingLine[], index: number, by: -1 | 1): WordingLine[] {
  const [one, other] = [lines[index], lines[index + by]];
  if (!one || !other) return [...lines];
  return lines.map((line, place) => (place === index ? other : place === index + by ? one : line));
}

/** Words put in at the caret, which then stands behind them. */
export function insertedAt(
  lines: readonly WordingLine[],
  { index, at }: Caret,
  words: string,
): { lines: WordingLine[]; caret: Caret } {
  const line = lines[index];
  if (!line) return { lines: [...lines], caret: { index } };
  const place = Math.min(at ?? line.text.length, line.text.length);
  const text = line.text.slice(0, place) + words + line.text.slice(place);
  return { lines: changed(lines, index, { ...line, text }), caret: { index, at: place + words.length } };
}
