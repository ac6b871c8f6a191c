import { AlignmentType, BorderStyle, type Paragraph } from 'docx';
import type { NoticeFrame } from '#domain/notice';
import { chineseDay } from '../template.ts';
import { char, linePitch, red, sizes, twips, typeArea } from './measures.ts';
import { blank, flush, line, paragraph, run } from './text.ts';

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
export const officialHead = (frame: NoticeFrame): Paragraph[] => [
  blank(twips(35)),
  issuerMark(frame.issuerMark ?? '', 62, 156, {}),
  ...[blank(), blank()],
  ...numberLines(frame),
  ...[blank(), blank()],
];

/** A paper to a higher authority names at the right who signed it, two names a line; the number stands in the last. */
function numberLines({ number = unnumbered, signers = [] }: NoticeFrame): Paragraph[] {
  const rule = { border: { bottom: line(16, red, BorderStyle.SINGLE, 5) } };
  if (signers.length === 0) return [paragraph([run(number)], { alignment: AlignmentType.CENTER, ...rule })];
  const lines = Array.from({ length: Math.ceil(signers.length / 2) }, (_, at) =>
    signers.slice(2 * at, 2 * at + 2),
  );
  return lines.map((names, at) => {
    const last = at === lines.length - 1;
    const label = run(`${last ? number : ''}\t${at === 0 ? '签发人：' : '　　　　'}`);
    return paragraph([label, run(names.join('　'), { face: '楷体' })], {
      alignment: AlignmentType.LEFT,
      indent: { left: char, right: char },
      rightTabStop: typeArea - char,
      ...(last ? rule : {}),
    });
  });
}

/** 发文字号 of a letter, right under the first double rule. */
export const letterHead = ({ number = unnumbered }: NoticeFrame): Paragraph[] => [
  paragraph([run(number)], { alignment: AlignmentType.RIGHT, spacing: { before: 170 } }),
  ...[blank(), blank()],
];

const centred = (text: string, size: number, pitch: number): Paragraph =>
  paragraph([run(text, { face: '小标宋', size })], { pitch, alignment: AlignmentType.CENTER });

/** 执法文书: the authority in black; the name of the paper follows as its title. */
export const legalHead = ({ issuerMark: mark = '' }: NoticeFrame): Paragraph[] => [
  centred(mark, markSize(mark, 26, 156) * 2, 800),
];

export const formHead = ({ issuerMark: mark = '' }: NoticeFrame): Paragraph[] =>
  mark ? [paragraph([run(mark, { face: '黑体' })], { alignment: AlignmentType.CENTER })] : [];

/** 纪要: its name in red, the number, issuer and day over a red rule. */
export const minutesHead = ({
  issuerMark: mark = '',
  number = unnumbered,
  issuer = '',
  date,
}: NoticeFrame) => [
  blank(twips(35)),
  issuerMark(mark, 48, 156, {}),
  blank(),
  paragraph([run(number)], { alignment: AlignmentType.CENTER }),
  paragraph([run(`${issuer}\t${chineseDay(date)}`)], {
    alignment: AlignmentType.LEFT,
    indent: { left: char, right: char },
    rightTabStop: typeArea - char,
    border: { bottom: line(16, red, BorderStyle.SINGLE, 5) },
  }),
  blank(),
];

/** What stands between the title and the text. */
export const underTitle = ({ layout, addressees, number = unnumbered }: NoticeFrame): Paragraph[] => {
  const right = { alignment: AlignmentType.RIGHT };
  const to = addressees.length > 0 ? [blank(), flush(`${addressees.join('、')}：`)] : [blank()];
  if (layout === 'legal') return [paragraph([run(number)], right), ...to];
  const apart = { before: 0.4 * linePitch, after: 0.2 * linePitch };
  if (layout === 'form')
    return [paragraph([run(`编号：${number}`, { size: sizes[4] })], { ...right, spacing: apart })];
  return to;
};
