import { daysBetween, isDay } from './day.ts';
import type { Suspension } from './derivation.ts';
import type { Length } from './term.ts';

export type ParsedLength = Pick<Length, 'unit' | 'count' | 'endOf'>;

export class LengthRefused extends Error {
  constructor(text: string, reason: string) {
    super(
      `期限长度“${text}”${reason}；可以写作 5WD（工作日）、15CD（自然日）、6MO（月）、24H（小时）、-7WD（之前满7个工作日）或 quarter-end（季度末）`,
    );
    this.name = 'LengthRefused';
  }
}

/** Longer than any term of the law; keeps the count over days short. */
const most = { WD: 5000, CD: 20_000, MO: 600, H: 20_000 } as const;

export function parseLength(text: string): ParsedLength {
  if (text === 'quarter-end') return { unit: 'CD', count: 0, endOf: 'quarter' };
  const match = /^(-?)(\d{1,6})(WD|CD|MO|H)$/.exec(text);
  if (!match) throw new LengthRefused(text, '不能识别');
  const unit = match[3] as keyof typeof most;
  const count = Number(match[2]);
  if (count === 0) throw new LengthRefused(text, '不能为零');
  if (count > most[unit]) throw new LengthRefused(text, `过长，最多 ${most[unit]}${unit}`);
  if (match[1] && (unit === 'MO' || unit === 'H'))
    throw new LengthRefused(text, '不能倒算，倒算只用 WD 或 CD');
  return { unit, count: match[1] ? -count : count };
}

/** `2026-10-09..2026-10-20`, both days included. */
export function parseSuspension(text: string): Suspension {
  const [from = '', to = '', ...rest] = text.split('..');
  if (!isDay(from) || !isDay(to) || rest.length > 0)
    throw new RangeError(`中止期间“${text}”不能识别；应写作 2026-10-09..2026-10-20，首尾两日都计入`);
  if (to < from) throw new RangeError(`中止期间“${text}”的结束日早于开始日`);
  if (daysBetween(from, to) >= most.CD) throw new RangeError(`中止期间“${text}”过长，最多 ${most.CD} 日`);
  return { from, to };
}
