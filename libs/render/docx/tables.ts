import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type Paragraph,
} from 'docx';
import type { Block } from '#domain/notice';
import { sizes, typeArea } from './measures.ts';
import { line, paragraph, run } from './text.ts';

type TableBlock = Extract<Block, { type: 'table' }>;

const thin = line(4, '000000');
const none = line(0, 'auto', BorderStyle.NONE);
const edges = (border: typeof thin) => ({
  ...{ top: border, bottom: border, left: border, right: border },
  ...{ insideHorizontal: border, insideVertical: border },
});
const inset = { top: 70, bottom: 70, left: 80, right: 80 };

/** Short texts stand in the middle of their cell, long ones are read from the left. */
const short = (text: string): boolean => [...text].length <= 14;
const cellText = (text: string, head = false): Paragraph =>
  paragraph([run(text, { size: sizes.small4, face: head ? '黑体' : '仿宋' })], {
    pitch: 340,
    alignment: head || short(text) ? AlignmentType.CENTER : AlignmentType.LEFT,
  });

export function gridTable({ head, rows, widths = head.map(() => 1) }: TableBlock): Table {
  const sum = widths.reduce((total, share) => total + share, 0);
  const columns = widths.map((share) => Math.round((typeArea * share) / sum));
  const cell = (text: string, { rowSpan = 1, header = false } = {}): TableCell =>
    new TableCell({
      children: [cellText(text, header)],
      rowSpan,
      margins: inset,
      verticalAlign: VerticalAlignTable.CENTER,
    });
  const height = { value: 480, rule: HeightRule.ATLEAST };
  return new Table({
    width: { size: typeArea, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: columns,
    borders: edges(thin),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        height,
        children: head.map((text) => cell(text, { header: true })),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            height,
            children: row.map(({ text, rows: rowSpan }) => cell(text, { rowSpan })),
          }),
      ),
    ],
  });
}

/** Columns of paragraphs side by side, without lines. */
export function plainTable(columns: Paragraph[][]): Table {
  const width = Math.floor(typeArea / columns.length);
  return new Table({
    width: { size: typeArea, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map(() => width),
    borders: edges(none),
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          (children) =>
            new TableCell({ children, borders: { top: none, bottom: none, left: none, right: none } }),
        ),
      }),
    ],
  });
}
