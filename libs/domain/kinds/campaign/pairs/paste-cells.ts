/** One line of a paste, cut into cells; `line` counts from 1. */
export interface PastedLine {
  line: number;
  text: string;
  cells: string[];
  /** The first cell is empty: a merged cell of Word or Excel goes on. */
  indented: boolean;
}

const longestName = 40;

/** Excel quotes a cell that has a line break inside. */
const quotedCell = /(?<=^|[\t\n])"((?:[^"]|""){0,500})"(?=[\t\n]|$)/gu;
const breakInside = '\v';

export function cutLines(text: string): PastedLine[] {
  let line = 1;
  return text
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/[\v\f]/gu, ' ')
    .replace(quotedCell, (_, inner: string) => inner.replaceAll('\n', breakInside).replaceAll('""', '"'))
    .split('\n')
    .map((raw) => {
      const cut = cutLine(raw.replaceAll(breakInside, ''), line);
      line += raw.split(breakInside).length;
      return cut;
    });
}

function cutLine(raw: string, line: number): PastedLine {
  // A table of Markdown or of a terminal.
  const piped = /^\s*[|｜].*[|｜]\s*$/u.test(raw) ? raw.trim().slice(1, -1).replace(/[|｜]/gu, '\t') : raw;
  const separator = piped.includes('\t') ? /\t/u : /\s{2,}/u;
  const body = piped.trimEnd();
  const emptyCells = piped.slice(body.length).replace(/[^\t]/gu, '');
  const cells = (body + emptyCells).split(separator).map((cell) => cell.trim());
  return { line, text: raw.trim(), cells, indented: cells.length > 1 && cells[0] === '' };
}

/** A sequence number, not a name: 3, 3., (3), 三、 */
export function isNumber(cell: string): boolean {
  return /^[(（]?(\d{1,5}|[一二三四五六七八九十]{1,4})[)）.．、]?$/u.test(cell);
}

/** Names in one cell: 宣武医院、北京儿童医院. What stands in brackets is not cut. */
export function cutNames(cell: string): string[] {
  const names = [''];
  let depth = 0;
  for (const sign of cell) {
    if ('(（'.includes(sign)) depth++;
    if (')）'.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && '、，,；;'.includes(sign)) names.push('');
    else names[names.length - 1] += sign;
  }
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** Whether a text standing alone may be the name of a hospital, rather than a title, a date or an office. */
export function looksLikeHospital(text: string): boolean {
  if (text.length > longestName) return false;
  const name = text.replace(/[(（][^()（）]*[)）]$/u, '').trim();
  return (
    /(医院|卫生院|研究所|研究院|保健院|防治院|防治所|疗养院|院区|中心|门诊部)$/u.test(name) &&
    !/^(各|市属|所有|以上|全部)|[：:。]|管理局|委员会/u.test(name)
  );
}
