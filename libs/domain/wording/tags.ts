/** The HTML that a template may use, and the attributes of each tag; anything else is an error of the template. */
export const tagAttributes: Record<string, readonly string[]> = {
  ...{ h1: [], h2: [], h3: [], h4: [], br: [], b: [], em: [], number: [], thead: [], tbody: [], tr: [] },
  ...{
    p: ['class'],
    th: ['rowspan', 'colspan'],
    td: ['rowspan', 'colspan', 'lines'],
    sign: ['who', 'name', 'on'],
  },
  ...{ table: ['class', 'widths'], section: ['class', 'number'] },
};

/** As they are called in sentences. */
export const tagNames = new Map(
  Object.entries({
    ...{ h1: '标题', h2: '一级标题', h3: '二级标题', h4: '三级标题', p: '段落', b: '黑体', em: '小标题' },
    ...{ table: '表格', tr: '表格的行', th: '表头的格子', td: '表格的格子', sign: '签字处', section: '附件' },
    ...{ number: '本文书的文号', br: '换行', thead: '表头', tbody: '表格的各行' },
  }),
);

const inText = ['b', 'em', 'number'];
const blocks = ['h2', 'h3', 'h4', 'p', 'table'];
const rows = ['thead', 'tbody', 'tr'];

/** What may stand inside what; `text` says whether words may stand there directly. */
export const places: Record<string, { text: boolean; tags: readonly string[] }> = {
  root: { text: false, tags: ['h1', ...blocks, 'section'] },
  section: { text: false, tags: ['h1', ...blocks] },
  h1: { text: true, tags: [...inText, 'br'] },
  ...Object.fromEntries(
    ['h2', 'h3', 'h4', 'p', 'b', 'em'].map((name) => [name, { text: true, tags: inText }]),
  ),
  table: { text: false, tags: rows },
  thead: { text: false, tags: ['tr'] },
  tbody: { text: false, tags: ['tr'] },
  tr: { text: false, tags: ['th', 'td'] },
  th: { text: true, tags: [...inText, 'br', 'sign'] },
  td: { text: true, tags: [...inText, 'br', 'sign'] },
  sign: { text: false, tags: [] },
  br: { text: false, tags: [] },
  number: { text: false, tags: [] },
};

export const classes: Record<string, readonly string[]> = {
  p: ['flush'],
  table: ['form', 'signatures', 'sign-lines'],
  section: ['annex'],
};
