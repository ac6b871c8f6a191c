import { parseDocument } from 'htmlparser2';
import type { Block, Cell, Inline, SignaturePlace } from '#domain/notice';
import { lineBreak } from './clean-text.ts';

// Of htmlparser2's nodes only what is read here; its own types live in a package we don't list.
type Node = {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: Node[];
};

/** Tags and the attributes that each may have. Anything else is an error of the template. */
const allowed: Record<string, readonly string[]> = {
  h1: [], h2: [], h3: [], h4: [], br: [], b: [], em: [], thead: [], tbody: [], tr: [], th: [],
  p: ['class'], td: ['rowspan'], table: ['class', 'widths'], section: ['class', 'number'],
}; // prettier-ignore

/** Turns the HTML subset of the templates into blocks; throws on everything outside it. */
export function parseMarkup(html: string): Block[] {
  return parseDocument(html).children.flatMap((node) => blocksOf(node as unknown as Node));
}

function blocksOf(node: Node): Block[] {
  if (isBlank(node)) return [];
  const { name, attribs, children } = element(node);
  switch (name) {
    case 'h1':
      return [{ type: 'title', lines: linesOf(children) }];
    case 'h2':
    case 'h3':
    case 'h4':
      return [{ type: 'heading', level: (Number(name[1]) - 1) as 1 | 2 | 3, text: textOf(children) }];
    case 'p':
      return paragraphs(children, attribs.class !== 'flush');
    case 'table':
      return [attribs.class === 'signatures' ? signatures(children) : table(children, attribs.widths)];
    case 'section':
      return annex(children, attribs.number);
    default:
      throw new Error(`<${name}> can't stand here`);
  }
}

function element(node: Node): { name: string; attribs: Record<string, string>; children: Node[] } {
  const attributes = allowed[node.name ?? ''];
  if (!node.name || !attributes) throw new Error(`not allowed in a paper: ${node.name ?? node.type}`);
  const attribs = node.attribs ?? {};
  for (const name of Object.keys(attribs)) {
    if (!attributes.includes(name)) throw new Error(`<${node.name}> has no attribute ${name}`);
  }
  return { name: node.name, attribs, children: node.children ?? [] };
}

const isText = (node: Node) => node.type === 'text';
const isBlank = (node: Node) => isText(node) && /^[ \n\r]*$/u.test(node.data ?? '');
const elements = (nodes: Node[]) => nodes.filter((node) => !isBlank(node)).map(element);

/** A line break in a template is layout of the source: Chinese has no space there. */
const plain = (data: string) => data.replace(/ *[\r\n]\s*/gu, '');

function runsOf(nodes: Node[], style: Omit<Inline, 'text'> = {}): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (isText(node)) return [{ text: plain(node.data ?? ''), ...style }];
    const { name, children } = element(node);
    if (name === 'b') return runsOf(children, { ...style, bold: true });
    if (name === 'em') return runsOf(children, { ...style, lead: true });
    throw new Error(`<${name}> can't stand inside text`);
  });
}

function textOf(nodes: Node[]): string {
  const text = runsOf(nodes)
    .map((run) => run.text)
    .join('');
  return text.replaceAll(lineBreak, ' ').trim();
}

/** Where a person pressed Enter a new paragraph begins. */
function paragraphs(nodes: Node[], indent: boolean): Block[] {
  const parts: Inline[][] = [[]];
  for (const run of runsOf(nodes)) {
    run.text.split(lineBreak).forEach((text, index) => {
      if (index > 0) parts.push([]);
      if (text) parts.at(-1)!.push({ ...run, text });
    });
  }
  return parts
    .filter((runs) => runs.some((run) => run.text.trim()))
    .map((runs) => ({ type: 'paragraph', runs: trimmed(runs), indent }));
}

function trimmed(runs: Inline[]): Inline[] {
  const last = runs.length - 1;
  return runs.map((run, index) => {
    const text = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === last ? text.trimEnd() : text };
  });
}

function linesOf(nodes: Node[]): string[] {
  const lines: Node[][] = [[]];
  for (const node of nodes) {
    if (node.name === 'br') lines.push([]);
    else lines.at(-1)!.push(node);
  }
  return lines.map(textOf).filter(Boolean);
}

const rowsOf = (nodes: Node[]): ReturnType<typeof element>[][] =>
  elements(nodes).flatMap(({ name, children }) => {
    if (name === 'thead' || name === 'tbody') return rowsOf(children);
    if (name === 'tr') return [elements(children)];
    throw new Error(`<${name}> can't stand in a table`);
  });

function table(nodes: Node[], widths?: string): Block {
  const [head, ...rows] = rowsOf(nodes);
  if (!head || head.some(({ name }) => name !== 'th')) throw new Error('a table begins with a row of <th>');
  const cells = rows.map((row) =>
    row.map(({ name, attribs, children }): Cell => {
      if (name !== 'td') throw new Error(`<${name}> can't stand in a row`);
      const span = Number(attribs.rowspan ?? 1);
      return span > 1 ? { text: textOf(children), rows: span } : { text: textOf(children) };
    }),
  );
  const shares = widths?.split(' ').map(Number);
  if (shares && shares.length !== head.length) throw new Error('one width per column');
  return { type: 'table', head: head.map(({ children }) => textOf(children)), rows: cells, widths: shares };
}

/** Each row one place: label, organisation, name of who signed, day. */
function signatures(nodes: Node[]): Block {
  const places = rowsOf(nodes).map((row): SignaturePlace => {
    const [label = '', organisation = '', name, on] = row.map(({ children }) => textOf(children));
    return { label, organisation, name: name || undefined, on: on || undefined };
  });
  return { type: 'signatures', places };
}

function annex(nodes: Node[], number?: string): Block[] {
  const [title, ...rest] = nodes.filter((node) => !isBlank(node));
  if (title?.name !== 'h1') throw new Error('an annex begins with its title, <h1>');
  const head: Block = {
    type: 'annex',
    number: number ? Number(number) : undefined,
    title: textOf(title.children ?? []),
  };
  return [head, ...rest.flatMap(blocksOf)];
}
