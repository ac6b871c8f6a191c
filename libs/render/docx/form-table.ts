import {
  AlignmentType,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type Paragraph,
} from 'docx';
import type { Block, FormCell, Sign } from '#domain/notice';
import { chineseDay } from '../template.ts';
import { sizes, typeArea } from './measures.ts';
import { line, paragraph, run } from './text.ts';

const pitch = 400;
const thin = line(4, '000000');
const borders = {
  ...{ top: thin, bottom: thin, left: thin, right: thin },
  ...{ insideHorizontal: thin, insideVertical: thin },
};
const inset = { top: 80, bottom: 80, left: 100, right: 100 };
type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];
const written = (text: string, alignment: Alignment): Paragraph =>
  paragraph([run(text, { size: sizes.small4 })], { pitch, alignment });

const signWords = ({ who, name = '　　　　　　', on }: Sign): string =>
  `${who}：${name}　${on ? chineseDay(on) : '　　年　　月　　日'}`;

/** Labels in the middle; an answer with whoever signs it at its foot. */
function cell({ text, head = false, columns, rows, signs = [] }: FormCell): TableCell {
  const alignment = head ? AlignmentType.CENTER : AlignmentType.LEFT;
  return new TableCell({
    children: [
      ...text.split('\n').map((part) => written(part, alignment)),
      ...signs.map((sign) => written(signWords(sign), AlignmentType.RIGHT)),
    ],
    columnSpan: columns,
    rowSpan: rows,
    margins: inset,
    verticalAlign: signs.length > 0 ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
  });
}

const heightOf = (row: readonly FormCell[]): number =>
  Math.max(...row.map(({ lines = 1, signs = [] }) => (lines + signs.length) * pitch + 160));

/** 审批表、送达回证: the widths are shares of the line. */
export function formTable({ widths, rows }: Extract<Block, { type: 'form' }>): Table {
  const sum = widths.reduce((total, share) => total + share, 0);
  return new Table({
    width: { size: typeArea, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map((share) => Math.round((typeArea * share) / sum)),
    borders,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          height: { value: heightOf(row), rule: HeightRule.ATLEAST },
          children: row.map(cell),
        }),
    ),
  });
}
