/** The HTML that a template may use, and the attributes of each tag; anything else is an error of the template. */
export const tagAttributes: Record<string, readonly string[]> = {
  ...{ h1: [], h2: [], h3: [], h4: [], br: [], b: [], em: [], thead: [], tbody: [], tr: [] },
  ...{
    p: ['class'],
    th: ['rowspan', 'colspan'],
    td: ['rowspan', 'colspan', 'lines'],
    sign: ['who', 'name', 'on'],
  },
  ...{ table: ['class', 'widths'], section: ['class', 'number'] },
};

const inText = ['b', 'em'];
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
};

export const classes: Record<string, readonly string[]> = {
  p: ['flush'],
  table: ['form', 'signatures', 'sign-lines'],
  section: ['annex'],
};
