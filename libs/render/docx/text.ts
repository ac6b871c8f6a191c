import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  TextRun,
  type IBorderOptions,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { Inline } from '#domain/notice';
import { char, closer, linePitch, sizes } from './measures.ts';

/** The office fonts of the standard by name; Latin letters and digits in 宋体 as there. */
const faces = { 仿宋: '仿宋_GB2312', 楷体: '楷体_GB2312', 黑体: '黑体', 小标宋: '方正小标宋简体' } as const;
export type Face = keyof typeof faces;

interface Look extends Omit<IRunOptions, 'text' | 'font' | 'size'> {
  face?: Face;
  /** Half points. */
  size?: number;
}

export function run(text: string, { face = '仿宋', size = sizes[3], ...rest }: Look = {}): TextRun {
  const latin = face === '黑体' || face === '小标宋' ? faces[face] : '宋体';
  const font = { ascii: latin, hAnsi: latin, cs: latin, eastAsia: faces[face], hint: 'eastAsia' };
  return new TextRun({ text, font, size, characterSpacing: size === sizes[3] ? closer : 0, ...rest });
}

export const inline = ({ text, bold, lead }: Inline): TextRun =>
  run(text, { face: lead ? '楷体' : bold ? '黑体' : '仿宋' });

/** A line of exactly its pitch, without the gap that Word puts between Han characters and digits. */
export function paragraph(children: TextRun[], more: IParagraphOptions & { pitch?: number } = {}): Paragraph {
  const { pitch = linePitch, spacing, ...rest } = more;
  return new Paragraph({
    children,
    spacing: { before: 0, after: 0, ...spacing, line: pitch, lineRule: LineRuleType.EXACT },
    alignment: AlignmentType.BOTH,
    autoSpaceEastAsianText: false,
    widowControl: false,
    ...rest,
  });
}

export const indented = { firstLine: 2 * char, firstLineChars: 200 };
export const flush = (text: string, more: IParagraphOptions = {}): Paragraph =>
  paragraph([run(text)], { alignment: AlignmentType.LEFT, ...more });
export const blank = (pitch = linePitch): Paragraph => paragraph([], { pitch });

/** In eighths of a point; the space to the text in points. */
export const line = (
  size: number,
  color: string,
  style: IBorderOptions['style'] = BorderStyle.SINGLE,
  space = 0,
) => ({
  ...{ style, size, color, space },
});
