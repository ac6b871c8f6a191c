import { parseDocument } from 'htmlparser2';
import type { Block, Inline } from '#domain/notice';
import { lineBreak } from './clean-text.ts';
import { element, isBlank, linesOf, runsOf, textOf, type Node } from './markup-nodes.ts';
import { tableOf } from './markup-tables.ts';

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
      return [tableOf(attribs, children)];
    case 'section':
      return annex(children, attribs.number);
    default:
      throw new Error(`<${name}> can't stand here`);
  }
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

function annex(nodes: Node[], number?: string): Block[] {
  const [title, ...rest] = nodes.filter((node) => !isBlank(node));
  if (title?.name !== 'h1') throw new Error('an annex begins with its title, <h1>');
  const head: Block = {
    type: 'annex',
    number: number ? Number(number) : undefined,
    lines: linesOf(title.children ?? []),
  };
  return [head, ...rest.flatMap(blocksOf)];
}
