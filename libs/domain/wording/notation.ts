import { fieldName } from './names.ts';
import { fullPath, tokensOf, type Token } from './tokens.ts';

/** One line of a template as its page shows it: what sort of line it is, and its words with fields in 【】. */
export interface WordingLine {
  kind: LineKind;
  text: string;
}
export const lineKinds = {
  title: '标题',
  heading1: '一级标题',
  heading2: '二级标题',
  heading3: '三级标题',
  paragraph: '正文',
  flush: '顶格正文',
  other: '表格和条件',
} as const;
export type LineKind = keyof typeof lineKinds;

const opened: Partial<Record<LineKind, [string, string]>> = {
  title: ['<h1>', '</h1>'],
  heading1: ['<h2>', '</h2>'],
  heading2: ['<h3>', '</h3>'],
  heading3: ['<h4>', '</h4>'],
  paragraph: ['<p>', '</p>'],
  flush: ['<p class="flush">', '</p>'],
};

/** Tags and loops that have words of their own. */
const fixed: readonly [string, string][] = [
  ['<em>', '【小标题】'],
  ['</em>', '【小标题完】'],
  ['<b>', '【黑体】'],
  ['</b>', '【黑体完】'],
  ['<br>', '【换行】'],
  ['{{else}}', '【否则】'],
  ['{{/if}}', '【如有到此】'],
  ['{{/each}}', '【逐项到此】'],
  ['{{count @index}}', '【序号】'],
  ['{{ordinal @index}}', '【中文序号】'],
  ['{{#if @last}}', '【如果是最后一项】'],
  ['{{#if @first}}', '【如果是第一项】'],
];
const said = new Map(fixed);
const sources = new Map(fixed.map(([source, words]) => [words, source]));
const suffixes: Record<string, string> = { capital: '（大写）', ordinal: '（中文数字）', count: '（数字）' };

/** The fields of a paper, and the helper by which each is written if not said otherwise; '' for none. */
export type Naming = ReadonlyMap<string, string>;

export const fieldWords = (naming: Naming, path: string, helper = naming.get(path) ?? ''): string =>
  `【${fieldName(path)}${helper === (naming.get(path) ?? '') ? '' : (suffixes[helper] ?? '（原样）')}】`;

/** The lists that a template goes through at this place. */
class Scopes {
  private readonly open: { each: boolean; scope: string }[] = [];
  get now(): string {
    return this.open.at(-1)?.scope ?? '';
  }
  begin(each: boolean, path: string): void {
    this.open.push({ each, scope: each ? `${path}[]` : this.now });
  }
  /** What is said where a list is empty stands outside it. */
  otherwise(): void {
    const last = this.open.at(-1);
    if (last?.each) last.scope = this.open.at(-2)?.scope ?? '';
  }
  end(): void {
    this.open.pop();
  }
}

/** A template as lines of words. */
export function linesOf(source: string, naming: Naming): WordingLine[] {
  const scopes = new Scopes();
  return source
    .replace(/\n$/u, '')
    .split('\n')
    .map((line) => {
      const kind = lineKindOf(line);
      const [before, after] = opened[kind] ?? ['', ''];
      const text = line.slice(before.length, line.length - after.length);
      return { kind, text: inWords(text, naming, scopes) };
    });
}

function lineKindOf(line: string): LineKind {
  const kinds = Object.entries(opened) as [LineKind, [string, string]][];
  const found = kinds.find(([, [before, after]]) => {
    const inside = line.slice(before.length, line.length - after.length);
    return line.startsWith(before) && line.endsWith(after) && !inside.includes(after);
  });
  return found?.[0] ?? 'other';
}

const mustaches = /\{\{[^{}]*\}\}/gu;
const inWords = (text: string, naming: Naming, scopes: Scopes): string =>
  tokensOf(text)
    .map((token) =>
      token.type === 'open' && token.attributes !== ''
        ? token.raw.replaceAll(mustaches, (one) => inWords(one, naming, scopes))
        : tokenWords(token, naming, scopes),
    )
    .join('');

function tokenWords(token: Token, naming: Naming, scopes: Scopes): string {
  const words = said.get(token.raw);
  if (token.type === 'begin') {
    const path = fullPath(token.path, scopes.now);
    scopes.begin(token.block === 'each', path);
    return words ?? `【${token.block === 'each' ? '逐项' : '如有'}：${fieldName(path)}】`;
  }
  if (token.type === 'end') scopes.end();
  if (token.type === 'else') scopes.otherwise();
  if (words !== undefined) return words;
  if (token.type !== 'field') return token.raw;
  return fieldWords(naming, fullPath(token.path, scopes.now), token.helper ?? '');
}

/** The template that lines of words stand for; what nobody knows stays in its 【】 and is a fault. */
export function sourceOf(lines: readonly WordingLine[], naming: Naming): string {
  const scopes = new Scopes();
  const written = lines.map(({ kind, text }) => {
    const [before, after] = opened[kind] ?? ['', ''];
    const line = text.replaceAll(/\s*\n\s*/gu, '').trimEnd();
    return (
      before +
      line.replaceAll(/【([^【】]*)】/gu, (raw, name: string) => inSource(raw, name, naming, scopes)) +
      after
    );
  });
  return `${written.join('\n')}\n`;
}

function inSource(raw: string, name: string, naming: Naming, scopes: Scopes): string {
  const source = sources.get(raw);
  if (source !== undefined) {
    if (source === '{{else}}') scopes.otherwise();
    else if (source.startsWith('{{/')) scopes.end();
    else if (source.startsWith('{{#')) scopes.begin(false, '');
    return source;
  }
  const [, block, of = name] = /^(逐项|如有)：(.+)$/u.exec(name) ?? [];
  const found = pathOf(of, naming, scopes.now);
  if (!found) return raw;
  const { path, helper } = found;
  const here = relative(path, scopes.now);
  if (!block) return `{{${helper ? `${helper} ` : ''}${here}}}`;
  scopes.begin(block === '逐项', path);
  return `{{#${block === '逐项' ? 'each' : 'if'} ${here}}}`;
}

function pathOf(name: string, naming: Naming, scope: string): { path: string; helper: string } | undefined {
  const visible = [...naming].filter(([path]) =>
    scope === '' ? !path.includes('[]') : path.startsWith(scope) && !path.slice(scope.length).includes('[]'),
  );
  for (const [path, usual] of visible) {
    const called = fieldName(path);
    if (called === name) return { path, helper: usual };
    const helper = ['', ...Object.keys(suffixes)].find(
      (one) => one !== usual && `${called}${suffixes[one] ?? '（原样）'}` === name,
    );
    if (helper !== undefined) return { path, helper };
  }
  return undefined;
}

function relative(path: string, scope: string): string {
  if (scope === '') return path;
  return path === scope ? 'this' : `this.${path.slice(scope.length + 1)}`;
}
