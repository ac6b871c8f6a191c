import type { Inline } from '#domain/notice';
import { lineBreak } from './clean-text.ts';

// Of htmlparser2's nodes only what is read here; its own types live in a package we don't list.
export type Node = {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: Node[];
};

/** Tags and the attributes that each may have. Anything else is an error of the template. */
const allowed: Record<string, readonly string[]> = {
  ...{ h1: [], h2: [], h3: [], h4: [], br: [], b: [], em: [], number: [], thead: [], tbody: [], tr: [] },
  ...{
    p: ['class'],
    th: ['rowspan', 'colspan'],
    td: ['rowspan', 'colspan', 'lines'],
    sign: ['who', 'name', 'on'],
  },
  ...{ table: ['class', 'widths'], section: ['class', 'number'] },
};

export interface Element {
  name: string;
  attribs: Record<string, string>;
  children: Node[];
}

export function element(node: Node): Element {
  const attributes = allowed[node.name ?? ''];
  if (!node.name || !attributes) throw new Error(`not allowed in a paper: ${node.name ?? node.type}`);
  const attribs = node.attribs ?? {};
  for (const name of Object.keys(attribs)) {
    if (!attributes.includes(name)) throw new Error(`<${node.name}> has no attribute ${name}`);
  }
  return { name: node.name, attribs, children: node.children ?? [] };
}

export const isText = (node: Node) => node.type === 'text';
export const isBlank = (node: Node) => isText(node) && /^[ \n\r]*$/u.test(node.data ?? '');
export const elements = (nodes: Node[]) => nodes.filter((node) => !isBlank(node)).map(element);

/** A line break in a template is layout of the source: Chinese has no space there. */
const plain = (data: string) => data.replace(/ *[\r\n]\s*/gu, '');

export function runsOf(nodes: Node[], style: Omit<Inline, 'text'> = {}): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (isText(node)) return [{ text: plain(node.data ?? ''), ...style }];
    const { name, children } = element(node);
    if (name === 'b') return runsOf(children, { ...style, bold: true });
    if (name === 'em') return runsOf(children, { ...style, lead: true });
    // A draft has none yet; the paper that is issued from it gets it here (paper.ts).
    if (name === 'number') return [{ text: '（未编号）', ...style, number: true }];
    throw new Error(`<${name}> can't stand inside text`);
  });
}

const written = (nodes: Node[]): string =>
  runsOf(nodes)
    .map((run) => run.text)
    .join('');

export const textOf = (nodes: Node[]): string => written(nodes).replaceAll(lineBreak, ' ').trim();

/** The lines of a title or of a cell: broken by <br> and where a person pressed Enter. */
export function linesOf(children: Node[]): string[] {
  const lines: Node[][] = [[]];
  for (const node of children) {
    if (node.name === 'br') lines.push([]);
    else lines.at(-1)!.push(node);
  }
  const split = lines.flatMap((nodes) => written(nodes).split(lineBreak));
  return split.map((line) => line.trim()).filter(Boolean);
}
