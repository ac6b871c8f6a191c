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
  header: '表头',
  row: '表格的一行',
  other: '表格和条件',
} as const;
export type LineKind = keyof typeof lineKinds;

/** What begins and ends a line of each sort, and what lies between the cells of a row. */
export const opened: Partial<Record<LineKind, [before: string, after: string, between?: string]>> = {
  title: ['<h1>', '</h1>'],
  heading1: ['<h2>', '</h2>'],
  heading2: ['<h3>', '</h3>'],
  heading3: ['<h4>', '</h4>'],
  paragraph: ['<p>', '</p>'],
  flush: ['<p class="flush">', '</p>'],
  header: ['<tr><th>', '</th></tr>', '</th><th>'],
  row: ['<tr><td>', '</td></tr>', '</td><td>'],
};

/** Tags and loops that have words of their own. */
const fixed: readonly [string, string][] = [
  ['<em>', '【小标题】'],
  ['</em>', '【小标题完】'],
  ['<b>', '【黑体】'],
  ['</b>', '【黑体完】'],
  ['<br>', '【换行】'],
  ['<number></number>', '【本文书的文号】'],
  ['</table>', '【表格完】'],
  ['<section class="annex">', '【附件】'],
  ['</section>', '【附件完】'],
  ['{{else}}', '【否则】'],
  ['{{/if}}', '【如有到此】'],
  ['{{/each}}', '【逐项到此】'],
  ['{{count @index}}', '【序号】'],
  ['{{ordinal @index}}', '【中文序号】'],
  ['{{#if @last}}', '【如果是最后一项】'],
  ['{{#if @first}}', '【如果是第一项】'],
];
export const said = new Map(fixed);
export const sources = new Map(fixed.map(([source, words]) => [words, source]));
/** Tags with a figure of their own. */
export const figured: readonly [tag: RegExp, words: RegExp, toWords: string, toTag: string][] = [
  [/^<table widths="([\d. ]+)">$/u, /^【表格：列宽([\d. ]+)】$/u, '【表格：列宽$1】', '<table widths="$1">'],
  [
    ...([/^<table class="form" widths="([\d. ]+)">$/u, /^【审批表：列宽([\d. ]+)】$/u] as const),
    ...(['【审批表：列宽$1】', '<table class="form" widths="$1">'] as const),
  ],
  [
    /^<section class="annex" number="(\d+)">$/u,
    /^【附件(\d+)】$/u,
    '【附件$1】',
    '<section class="annex" number="$1">',
  ],
];
export const cellMark = '｜';
export const suffixes: Record<string, string> = {
  capital: '（大写）',
  ordinal: '（中文数字）',
  count: '（数字）',
};
