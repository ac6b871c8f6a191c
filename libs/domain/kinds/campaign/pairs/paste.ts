import type { PairRow } from './pair.ts';
import { pairColumns, sideOf } from './pair-columns.ts';
import type { PairColumns } from './pair-columns.ts';
import { cutLines, cutNames, isNumber, looksLikeHospital } from './paste-cells.ts';
import type { PastedLine } from './paste-cells.ts';
import { pasteProblem } from './paste-problem.ts';
import type { PasteProblem } from './paste-problem.ts';

export interface PastedPairs {
  rows: PairRow[];
  problems: PasteProblem[];
  /** Titles, heads, notes and sentences: shown, so that nothing is lost in silence. */
  skipped: { line: number; text: string }[];
}

interface Reading extends PastedPairs {
  columns?: PairColumns;
  /** The pilot that goes on, and the line that named it, until an assisted hospital follows. */
  pilot?: string;
  pilotAlone?: number;
  /** After `友谊医院：` each line is an assisted hospital. */
  listing: boolean;
}

const longestLine = 2000;
const longestPaste = 500_000;
const mostRows = 5000;
const sentence = /[。！？!?]|^.{81,}$/u;
const footer = /^(合计|总计|小计|共计|注|备注|说明|附件|附表|附)\s*([：:\d]|$)/u;
const pageNumber = /^[-—–\s]*(第\s*)?\d+(\s*页)?([,，/\s]*共?\s*\d+\s*页)?[-—–\s]*$/u;
const enumerator = /^(?:[(（]?(?:\d{1,4}|[一二三四五六七八九十]{1,3})[)）.．、]\s*|\d{1,4}\s+)/u;
const joint = /\s*(?:[：:]|[-—=]*[>→➔]|[—–]{1,2}|\s-\s)\s*/u;

/** Reads pairs as they stand in a document, a sheet or a message; `row` of each is its line. */
export function parsePastedPairs(text: string): PastedPairs {
  const reading: Reading = { rows: [], problems: [], skipped: [], listing: false };
  if (text.length > longestPaste) return { ...reading, problems: [pasteProblem(1, 'too-long')] };
  for (const line of cutLines(text))
    if (line.text.length > longestLine)
      reading.problems.push(pasteProblem(line.line, 'line-too-long', line.text));
    else if (line.text !== '') readLine(reading, line);
  settlePilot(reading);
  if (reading.rows.length === 0 && reading.problems.length === 0)
    reading.problems.push(pasteProblem(1, 'nothing'));
  if (reading.rows.length > mostRows) reading.problems.push(pasteProblem(1, 'too-many'));
  const { rows, problems, skipped } = reading;
  return { rows, problems: problems.sort((a, b) => a.line - b.line), skipped };
}

function readLine(reading: Reading, line: PastedLine): void {
  const columns = pairColumns(line.cells) ?? pairColumns(line.text.split(/[\s,，]+/u));
  if (columns) {
    settlePilot(reading);
    reading.columns = columns;
    reading.listing = false;
    return skip(reading, line);
  }
  if (footer.test(line.cells.find((cell) => cell !== '') ?? '') || /^[-=|｜:\s]+$/u.test(line.text))
    return skip(reading, line);
  if (line.cells.length === 1) readPlain(reading, line);
  else readTable(reading, line, line.cells);
}

/** What is not a pair also ends the pilot that went on, unless it is a page number: better asked than guessed. */
function skip(reading: Reading, { line, text }: PastedLine): void {
  reading.skipped.push({ line, text });
  if (pageNumber.test(text)) return;
  settlePilot(reading);
  reading.pilot = undefined;
}

function readTable(reading: Reading, line: PastedLine, cells: readonly string[]): void {
  const { columns } = reading;
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 1 && cells[0] === filled[0] && !isNumber(line.text) && !looksLikeHospital(line.text))
    return skip(reading, line);
  if (
    columns &&
    cells.length > Math.max(columns.pilot, columns.assisted) &&
    !isNumber(cells[columns.pilot] ?? '')
  )
    return pair(reading, line, cells[columns.pilot] ?? '', cells[columns.assisted] ?? '');
  const names = filled.filter((cell) => !isNumber(cell));
  const [first, second] = names;
  if (first === undefined) return void reading.problems.push(pasteProblem(line.line, 'no-name', line.text));
  if (names.length > 2)
    return void reading.problems.push(pasteProblem(line.line, 'too-many-columns', line.text));
  if (second === undefined) {
    const pilotAlone = !isNumber(cells[0] ?? '') && cells[0] !== '';
    return pilotAlone ? pair(reading, line, first, '') : pair(reading, line, '', first);
  }
  const turned = columns !== undefined && columns.assisted < columns.pilot;
  return turned ? pair(reading, line, second, first) : pair(reading, line, first, second);
}

/** A line without columns: `友谊医院：宣武医院、儿童医院`, `友谊医院,宣武医院`, `友谊医院 1 宣武医院`, a name, a title. */
function readPlain(reading: Reading, line: PastedLine): void {
  if (sentence.test(line.text)) return skip(reading, line);
  const numbered = enumerator.test(line.text);
  const text = line.text.replace(enumerator, '');
  const [left = '', ...rest] = text.split(joint);
  if (rest.length > 0) {
    const right = rest.join('');
    const side = sideOf(left);
    if (side) return side === 'pilot' ? pair(reading, line, right, '') : pair(reading, line, '', right);
    if (!looksLikeHospital(left)) return skip(reading, line);
    reading.listing = right === '';
    return pair(reading, line, left, right);
  }
  if (!reading.listing && /[,，;；]/u.test(text))
    return readTable(
      reading,
      line,
      line.text.split(/[,，;；]/u).map((cell) => cell.trim()),
    );
  const names = wordsToNames(text);
  const [only] = names;
  if (names.length > 1) return readTable(reading, line, names);
  if (only === undefined || !cutNames(only).some(looksLikeHospital)) return skip(reading, line);
  if (reading.listing || numbered) return pair(reading, line, '', only);
  reading.problems.push(pasteProblem(line.line, 'one-name', line.text));
}

/** Single blanks part names only behind what ends like a hospital: `北京 友谊医院 宣武医院` is two. */
function wordsToNames(text: string): string[] {
  const names = [''];
  for (const word of text.split(/\s+/u).filter((each) => !isNumber(each))) {
    if (looksLikeHospital(names.at(-1) ?? '')) names.push(word);
    else names[names.length - 1] += word;
  }
  return names.filter((name) => name !== '');
}

function pair(reading: Reading, { line, text }: PastedLine, pilot: string, assisted: string): void {
  if (pilot !== '') {
    settlePilot(reading);
    reading.pilot = pilot;
    reading.pilotAlone = line;
  }
  const names = cutNames(assisted);
  if (names.length === 0) {
    if (pilot === '') reading.problems.push(pasteProblem(line, 'no-name', text));
    return;
  }
  const { pilot: pilotText } = reading;
  if (pilotText === undefined) return void reading.problems.push(pasteProblem(line, 'no-pilot', text));
  reading.pilotAlone = undefined;
  for (const assistedText of names) reading.rows.push({ row: line, pilotText, assistedText });
}

/** A pilot below which no assisted hospital followed. */
function settlePilot(reading: Reading): void {
  if (reading.pilotAlone !== undefined)
    reading.problems.push(pasteProblem(reading.pilotAlone, 'no-assisted', reading.pilot ?? ''));
  reading.pilotAlone = undefined;
}
