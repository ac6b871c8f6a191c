import { AlignmentType, type Paragraph } from 'docx';
import type { NoticeFrame } from '#domain/notice';
import { chineseDay } from '../template.ts';
import { char } from './measures.ts';
import { blank, flush, indented, paragraph, run } from './text.ts';

/** 附件说明: turnover lines align with the name of the annex. */
export function annexList({ annexes }: NoticeFrame): Paragraph[] {
  if (annexes.length === 0) return [];
  const many = annexes.length > 1;
  const name = (5 + (many ? 1 : 0)) * char;
  return [
    blank(),
    ...annexes.map((annex, index) => {
      const label = `${index === 0 ? '附件：' : ''}${many ? `${index + 1}.` : ''}`;
      const hanging = index === 0 ? name - 2 * char : char;
      return flush(`${label}${annex}`, { indent: { left: name, hanging: many ? hanging : 3 * char } });
    }),
  ];
}

/** 附注 in brackets on the line under the date. */
export const remark = ({ remark: text }: NoticeFrame): Paragraph[] =>
  text ? [paragraph([run(`（${text}）`)], { indent: indented })] : [];

/** 署名 centred over the 成文日期, which ends four characters inside (GB/T 9704-2012, 7.3.5.1). */
export function signature({ issuer = '', date }: NoticeFrame): Paragraph[] {
  const day = chineseDay(date);
  const widthOf = (text: string): number =>
    [...text].reduce((sum, one) => sum + (/[\u0020-\u007e]/u.test(one) ? 0.5 : 1), 0) * char;
  const [own, days] = [widthOf(issuer), widthOf(day)];
  const wide = Math.max(own, days);
  const inset = Math.max(0, 4 * char - (wide - days) / 2);
  const right = (width: number) => ({ right: Math.round(inset + (wide - width) / 2) });
  const ending = { alignment: AlignmentType.RIGHT, keepLines: true };
  return [
    paragraph([], { keepNext: true }),
    paragraph([], { keepNext: true }),
    paragraph([run(issuer)], { ...ending, indent: right(own), keepNext: true }),
    paragraph([run(day)], { ...ending, indent: right(days) }),
  ];
}
