import { AlignmentType, BorderStyle, type Paragraph } from 'docx';
import type { NoticeFrame } from '#domain/notice';
import { red, twips } from './measures.ts';
import { blank, line, paragraph, run } from './text.ts';

const unnumbered = '（草稿，未编号）';
/** In points: as wide as the line at most. */
const markSize = (mark: string, most: number, mm: number): number =>
  Math.floor(Math.min(most, (mm * 72) / 25.4 / Math.max(1, [...mark].length)));

/** 发文机关标志 in one line, in red. */
export const issuerMark = (
  mark: string,
  most: number,
  mm: number,
  more: Parameters<typeof paragraph>[1],
): Paragraph => {
  const size = markSize(mark, most, mm);
  return paragraph([run(mark, { face: '小标宋', size: size * 2, color: red })], {
    pitch: size * 20,
    alignment: AlignmentType.CENTER,
    ...more,
  });
};

/** 发文机关标志, 发文字号 and the red rule of a 文件; the rule 0.7 mm thick, 4 mm below the number. */
export const officialHead = ({ issuerMark: mark = '', number = unnumbered }: NoticeFrame): Paragraph[] => [
  blank(twips(35)),
  issuerMark(mark, 62, 156, {}),
  ...[blank(), blank()],
  paragraph([run(number)], {
    alignment: AlignmentType.CENTER,
    border: { bottom: line(16, red, BorderStyle.SINGLE, 5) },
  }),
  ...[blank(), blank()],
];

/** 发文字号 of a letter, right under the first double rule. */
export const letterHead = ({ number = unnumbered }: NoticeFrame): Paragraph[] => [
  paragraph([run(number)], { alignment: AlignmentType.RIGHT, spacing: { before: 170 } }),
  ...[blank(), blank()],
];
