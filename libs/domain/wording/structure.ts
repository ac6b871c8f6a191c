import { classes, places, tagAttributes, tagNames } from './tags.ts';
import { tokensOf, type Token, type TokenOf } from './tokens.ts';

export interface Fault {
  /** From 1; 0 where it is of no single line. */
  line: number;
  says: string;
}

/** With its line, as the page numbers them. */
export const faultWords = ({ line, says }: Fault): string => (line > 0 ? `第${line}行：${says}` : says);

interface Open {
  /** A tag, or the block that a condition or a list makes. */
  name: string;
  tag: boolean;
  line: number;
  /** A plain table, whose cells hold nothing but words. */
  plain?: boolean;
}

const tagName = (name: string): string => tagNames.get(name) ?? `<${name}>`;
const blocks = { if: '条件', each: '逐项' } as const;
const calls = ({ name, tag }: Open): string => (tag ? tagName(name) : blocks[name as 'if' | 'each']);

const isKnown = (name: string): boolean => Object.hasOwn(tagAttributes, name);

/** Whether tags and blocks are known, lie in one another as they may, and are closed where they were opened. */
export function structureFaults(source: string): Fault[] {
  const faults: Fault[] = [];
  const open: Open[] = [];
  const around = () => open.findLast(({ tag }) => tag);
  const say = (line: number, says: string) => void faults.push({ line, says });
  const close = (line: number, name: string, tag: boolean) => {
    const last = open.at(-1);
    if (last?.name === name && last.tag === tag) return void open.pop();
    const closed = calls({ name, tag, line });
    say(line, last ? `${closed}到此，但第${last.line}行的${calls(last)}还没有到此。` : `${closed}没有开头。`);
    // One fault is said once: what was left open inside is taken as closed.
    const own = open.findLastIndex((one) => one.name === name && one.tag === tag);
    if (own >= 0) open.length = own;
  };
  let titles = 0;
  for (const token of tokensOf(source)) {
    const { line } = token;
    if (token.type === 'open') {
      const place = around();
      titles += token.name === 'h1' && place === undefined ? 1 : 0;
      faults.push(...tagFaults(token, place));
      if (token.name !== 'br' && isKnown(token.name))
        open.push({ name: token.name, tag: true, line, ...plainness(token, place) });
    } else if (token.type === 'close') {
      if (isKnown(token.name)) close(line, token.name, true);
    } else if (token.type === 'begin') open.push({ name: token.block, tag: false, line });
    else if (token.type === 'end') close(line, token.block, false);
    else if (token.type === 'else') {
      const last = open.at(-1);
      if (!last || last.tag) say(line, '“否则”只能写在条件或者逐项之内。');
    } else faults.push(...wordFaults(token, around()));
  }
  for (const left of open) say(left.line, `${calls(left)}没有到此。`);
  if (titles !== 1) say(0, titles === 0 ? '缺少标题。' : `只能有一个标题，现有${titles}个。`);
  return faults;
}

const plainness = ({ name, attributes }: TokenOf<'open'>, place?: Open) => ({
  plain: name === 'table' ? !/class="form"/u.test(attributes) : (place?.plain ?? false),
});

const small = /^(?:[1-9]|[1-4]\d|\{\{[^{}]*\}\})$/u;
const numbers = new Map([
  ...['rowspan', 'colspan', 'lines', 'number'].map((key): [string, RegExp] => [key, small]),
  ['widths', /^(?:\d{1,2}(?:\.\d+)?)(?: \d{1,2}(?:\.\d+)?){0,19}$/u],
]);

function tagFaults({ name, attributes, line }: TokenOf<'open'>, place?: Open): Fault[] {
  const allowed = isKnown(name) ? tagAttributes[name] : undefined;
  if (!allowed) return [{ line, says: `不能使用<${name}>。` }];
  const inside = places[place?.name ?? 'root'];
  if (!inside?.tags.includes(name) || (place?.plain && (name === 'br' || name === 'sign')))
    return [{ line, says: `${tagName(name)}不能写在${place ? `${calls(place)}里` : '这里'}。` }];
  const given = [...attributes.matchAll(/([a-zA-Z-]+)="([^"]*)"/gu)];
  const rest = attributes.replace(/\s+[a-zA-Z-]+="[^"]*"/gu, '').trim();
  const unknown = given.map(([, key = '']) => key).filter((key) => !allowed.includes(key));
  if (rest !== '' || unknown.length > 0)
    return [{ line, says: `${tagName(name)}不能带“${[...unknown, rest].filter(Boolean).join('、')}”。` }];
  return given.flatMap(([, key = '', value = '']) => {
    if (key === 'class' && !classes[name]?.includes(value))
      return [{ line, says: `没有“${value}”这种${tagName(name)}。` }];
    return numbers.get(key)?.test(value) === false
      ? [{ line, says: `${tagName(name)}的${key}“${value}”不对，应是不太大的数。` }]
      : [];
  });
}

function wordFaults(token: Token, place?: Open): Fault[] {
  const { type, raw, line } = token;
  if (type === 'stray') return [{ line, says: strayWords(raw) }];
  const holds = places[place?.name ?? 'root']?.text ?? false;
  if (holds || (type === 'text' && raw.trim() === '')) return [];
  const at = line + (/^\s*/u.exec(raw)?.[0].split('\n').length ?? 1) - 1;
  return [{ line: at, says: `“${raw.trim().slice(0, 12)}”须写在标题、段落或者表格的格子里。` }];
}

const strayWords = (raw: string): string => {
  if (raw === '<') return '单独的“<”不能使用，请写作“＜”或者“小于”。';
  if (raw === '{') return '单独的“{”不能使用。';
  return `“${raw}”看不懂：只能写一项内容，或者条件、逐项。`;
};
