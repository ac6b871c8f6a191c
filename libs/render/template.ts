import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import { capitalAmount, yuanText } from '#domain/money';

const domain = fileURLToPath(new URL('../domain/', import.meta.url));
const handlebars = Handlebars.create();

/** 2026-03-09 → 2026年3月9日: Arabic digits without leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function chineseDay(day: unknown): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(String(day)) ?? [];
  if (!year) throw new Error(`not a day: ${String(day)}`);
  return `${year}年${Number(month)}月${Number(date)}日`;
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 12 → 十二, for the numbers of headings. */
export function chineseOrdinal(index: number): string {
  if (!Number.isInteger(index) || index < 1 || index > 99) throw new Error(`no heading number: ${index}`);
  const tens = Math.floor(index / 10);
  return (tens > 1 ? digits[tens]! : '') + (tens > 0 ? '十' : '') + digits[index % 10]!;
}

// Helpers only format; what a paper says is decided by its pure function.
handlebars.registerHelper('day', (value: unknown) => chineseDay(value));
handlebars.registerHelper('ordinal', (index: number) => chineseOrdinal(index + 1));
handlebars.registerHelper('count', (index: number) => String(index + 1));
handlebars.registerHelper('joined', (items: readonly string[]) => items.join('、'));
handlebars.registerHelper('yuan', (fen: number) => yuanText(fen));
handlebars.registerHelper('capital', (fen: number) => capitalAmount(fen));

// Of Handlebars' own only `if` and `each`: a wording of the bureau has no more than the shipped ones.
const known = {
  ...{ day: true, ordinal: true, count: true, joined: true, yuan: true, capital: true },
  ...{ with: false, lookup: false, log: false, unless: false },
};

function compile(source: string, path: string): (fields: unknown) => string {
  // An unescaped mustache would let user text become markup.
  if (/\{\{~?(?:\{|&)/u.test(source)) throw new Error(`${path}: an unescaped mustache`);
  return handlebars.compile(source, { strict: true, knownHelpers: known, knownHelpersOnly: true });
}

let paths: Map<string, string> | undefined;
const shipped = new Map<string, string>();

function findTemplates(): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(domain, { recursive: true, encoding: 'utf8' })) {
    const code = /[\\/]notices[\\/]([a-z0-9-]+)\.hbs$/u.exec(entry)?.[1];
    if (!code) continue;
    if (found.has(code)) throw new Error(`two templates for the paper ${code}`);
    found.set(code, domain + entry);
  }
  return found;
}

/** The template of a paper as it is shipped, found by path: `notices/<code>.hbs` of a kind, or of what every kind has. */
export function shippedSource(code: string): string {
  const known = shipped.get(code);
  if (known !== undefined) return known;
  const path = (paths ??= findTemplates()).get(code);
  if (!path) throw new Error(`no template for the paper ${code}`);
  const source = readFileSync(path, 'utf8');
  shipped.set(code, source);
  return source;
}

/** Wordings come and go, in previews by the keystroke: only the latest ones stay compiled. */
const mostCompiled = 100;
const compiled = new Map<string, (fields: unknown) => string>();

/** The template of a paper, compiled: the shipped one, or the bureau's own wording. */
export function templateOf(code: string, wording?: string): (fields: unknown) => string {
  const source = wording ?? shippedSource(code);
  const key = createHash('sha256').update(source).digest('base64');
  const template =
    compiled.get(key) ?? compile(source, wording === undefined ? code : `own wording of ${code}`);
  compiled.delete(key);
  compiled.set(key, template);
  const [oldest] = compiled.keys();
  if (compiled.size > mostCompiled && oldest !== undefined) compiled.delete(oldest);
  return template;
}
