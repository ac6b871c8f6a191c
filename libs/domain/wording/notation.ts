import { fieldName } from './names.ts';
import {
  cellMark,
  figured,
  opened,
  said,
  sources,
  suffixes,
  type LineKind,
  type WordingLine,
} from './marks.ts';
import { fullPath, tokensOf, type Token } from './tokens.ts';

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
      const [before, after, between] = opened[kind] ?? ['', ''];
      const bare = line.slice(before.length, line.length - after.length);
      const text = between ? bare.split(between).join(cellMark) : bare;
      return { kind, text: inWords(text, naming, scopes) };
    });
}

function lineKindOf(line: string): LineKind {
  const kinds = Object.entries(opened) as [LineKind, NonNullable<(typeof opened)[LineKind]>][];
  const found = kinds.find(([, [before, after, between]]) => {
    if (!line.startsWith(before) || !line.endsWith(after)) return false;
    const inside = line.slice(before.length, line.length - after.length);
    if (!between) return !inside.includes(after);
    return !inside.includes(cellMark) && !/<t[dh]/u.test(inside.split(between).join(''));
  });
  return found?.[0] ?? 'other';
}

function figuredWords(raw: string): string | undefined {
  const [tag, , toWords] = figured.find(([one]) => one.test(raw)) ?? [];
  return tag && toWords ? raw.replace(tag, toWords) : said.get(raw);
}

const mustaches = /\{\{[^{}]*\}\}/gu;
const inWords = (text: string, naming: Naming, scopes: Scopes): string =>
  tokensOf(text)
    .map((token) =>
      token.type === 'open' && token.attributes !== ''
        ? (figuredWords(token.raw) ?? token.raw.replaceAll(mustaches, (one) => inWords(one, naming, scopes)))
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
    const [before, after, between] = opened[kind] ?? ['', ''];
    const line = (between ? text.replaceAll(cellMark, between) : text).replaceAll(/\s*\n\s*/gu, '').trimEnd();
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
  const [, words, , toTag] = figured.find(([, one]) => one.test(raw)) ?? [];
  if (words && toTag) return raw.replace(words, toTag);
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
