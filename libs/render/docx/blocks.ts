import { AlignmentType, Paragraph, Table } from 'docx';
import type { Block, SignaturePlace } from '#domain/notice';
import { chineseDay } from '../template.ts';
import { linePitch, sizes } from './measures.ts';
import { formTable } from './form-table.ts';
import { gridTable, plainTable } from './tables.ts';
import { blank, flush, indented, inline, paragraph, run, type Face } from './text.ts';

const signHere = `${'＿'.repeat(8)}　　　年　　月　　日`;
type Drawn = Paragraph | Table;

export const titleLine = (text: string): Paragraph =>
  paragraph([run(text, { face: '小标宋', size: sizes[2] })], {
    pitch: 720,
    alignment: AlignmentType.CENTER,
    keepNext: true,
  });

const faceOf: Record<1 | 2 | 3, Face> = { 1: '黑体', 2: '楷体', 3: '仿宋' };

export function draw(block: Block): Drawn[] {
  switch (block.type) {
    case 'title':
      return block.lines.map(titleLine);
    case 'heading':
      return [
        paragraph([run(block.text, { face: faceOf[block.level] })], { indent: indented, keepNext: true }),
      ];
    case 'paragraph':
      return [paragraph(block.runs.map(inline), block.indent ? { indent: indented } : {})];
    case 'table':
      return [gridTable(block)];
    case 'form':
      return [formTable(block)];
    case 'sign-lines':
      return [
        blank(290),
        ...block.labels.map((label, index) =>
          flush(`${label}：${signHere}`, {
            spacing: { before: 0.3 * linePitch },
            keepNext: index < block.labels.length - 1,
          }),
        ),
      ];
    case 'signatures':
      return [blank(), plainTable(block.places.map(place))];
    case 'annex':
      return [
        paragraph(block.bare ? [] : [run(`附件${block.number ?? ''}`, { face: '黑体' })], {
          pageBreakBefore: true,
        }),
        blank(),
        ...block.lines.map(titleLine),
        blank(240),
      ];
  }
}

const place = ({ label, organisation, name = '', on }: SignaturePlace): Paragraph[] => [
  flush(`${label}（盖章）：`),
  flush(organisation),
  blank(290),
  flush(`主要负责人（签字）：${name}`),
  flush(`日期：${on ? chineseDay(on) : ''}`),
];
