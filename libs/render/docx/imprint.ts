import {
  AlignmentType,
  BorderStyle,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type Paragraph,
} from 'docx';
import type { NoticeFrame } from '#domain/notice';
import { chineseDay } from '../template.ts';
import { sizes, typeArea } from './measures.ts';
import { line, paragraph, run } from './text.ts';

const size = sizes[4];
/** A character of 4号 in twentieths of a point. */
const one = size * 10;
const none = line(0, 'auto', BorderStyle.NONE);
/** 0.35 and 0.25 mm in eighths of a point. */
const [thick, thin] = [line(8, '000000'), line(6, '000000')];

/** 版记 at the foot of the type area. LibreOffice leaves the table where the text ends; Word and WPS put it down. */
export function imprint(frame: NoticeFrame): Table {
  const ruled = frame.layout === 'official';
  const rows = [...copiesOf(frame), ...(ruled ? [printedOf(frame)] : [])];
  const edge = (at: number) => (!ruled ? none : at === 0 || at === rows.length ? thick : thin);
  return new Table({
    width: { size: typeArea, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [typeArea],
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    rows: rows.map(
      (text, index) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              children: [text],
              borders: { top: edge(index), bottom: edge(index + 1), left: none, right: none },
            }),
          ],
        }),
    ),
  });
}

const copiesOf = ({ copies }: NoticeFrame): Paragraph[] =>
  copies.length === 0
    ? []
    : [
        paragraph([run(`抄送：${copies.join('，')}。`, { size })], {
          indent: { left: 4 * one, hanging: 3 * one, right: one },
        }),
      ];

const printedOf = ({ printedBy = '', printedOn }: NoticeFrame): Paragraph =>
  paragraph([run(`${printedBy}\t${printedOn ? `${chineseDay(printedOn)}印发` : ''}`, { size })], {
    alignment: AlignmentType.LEFT,
    indent: { left: one, right: one },
    rightTabStop: typeArea - one,
  });
