import type { Block, Cell, FormCell, Sign, SignaturePlace } from '#domain/notice';
import { element, elements, linesOf, textOf, type Element, type Node } from './markup-nodes.ts';

const rowsOf = (nodes: Node[]): Element[][] =>
  elements(nodes).flatMap(({ name, children }) => {
    if (name === 'thead' || name === 'tbody') return rowsOf(children);
    if (name === 'tr') return [elements(children)];
    throw new Error(`<${name}> can't stand in a table`);
  });

function grid(nodes: Node[], widths?: string): Block {
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

const count = (text?: string): number | undefined => (text ? Number(text) : undefined);

function signOf(node: Node): Sign {
  const { who = '', name, on } = element(node).attribs;
  return { who, ...(name ? { name } : {}), ...(on ? { on } : {}) };
}

/** Any row may begin with a label; a cell says over how much it reaches, how high it is and who signs in it. */
function form(nodes: Node[], widths = ''): Block {
  const rows = rowsOf(nodes).map((row) =>
    row.map(({ name, attribs, children }): FormCell => {
      if (name !== 'td' && name !== 'th') throw new Error(`<${name}> can't stand in a row`);
      const { colspan, rowspan, lines } = attribs;
      const signs = children.filter((child) => child.name === 'sign').map(signOf);
      return {
        text: linesOf(children.filter((child) => child.name !== 'sign')).join('\n'),
        ...(name === 'th' ? { head: true } : {}),
        ...{ columns: count(colspan), rows: count(rowspan), lines: count(lines) },
        ...(signs.length > 0 ? { signs } : {}),
      };
    }),
  );
  return { type: 'form', widths: widths.split(' ').map(Number), rows };
}

const signLines = (nodes: Node[]): Block => ({
  type: 'sign-lines',
  labels: rowsOf(nodes).flatMap((row) => row.map(({ children }) => textOf(children))),
});

/** Each row one place: label, organisation, name of who signed, day. */
function signatures(nodes: Node[]): Block {
  const places = rowsOf(nodes).map((row): SignaturePlace => {
    const [label = '', organisation = '', name, on] = row.map(({ children }) => textOf(children));
    return { label, organisation, name: name || undefined, on: on || undefined };
  });
  return { type: 'signatures', places };
}

const tables: Record<string, (nodes: Node[], widths?: string) => Block> = {
  form,
  signatures,
  'sign-lines': signLines,
};

/** What a table is, its class says: a grid with a head, a form, places to sign. */
export function tableOf({ class: sort, widths }: Record<string, string>, nodes: Node[]): Block {
  const read = sort === undefined ? grid : tables[sort];
  if (!read) throw new Error(`no such table: ${sort}`);
  return read(nodes, widths);
}
