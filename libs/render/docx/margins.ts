import {
  AlignmentType,
  BorderStyle,
  Footer,
  FrameAnchorType,
  FrameWrap,
  Header,
  PageNumber,
  TextRun,
  type Paragraph,
} from 'docx';
import type { NoticeFrame } from '#domain/notice';
import { issuerMark } from './heads.ts';
import { char, grey, red, sizes, twips, typeArea } from './measures.ts';
import { line, paragraph, run } from './text.ts';

/** The rules of a letter are 170 mm long in the middle of the paper. */
const beyond = { left: -twips(8), right: -twips(6) };

export const letterHeader = (frame: NoticeFrame): Header =>
  new Header({
    children: [
      draftMark(frame),
      issuerMark(frame.issuerMark ?? '', 44, 166, {
        indent: beyond,
        border: { bottom: line(36, red, BorderStyle.THICK_THIN_SMALL_GAP, 11) },
      }),
    ],
  });

export const letterFooter = (): Footer =>
  new Footer({
    children: [
      paragraph([], {
        pitch: 40,
        indent: beyond,
        border: { bottom: line(36, red, BorderStyle.THIN_THICK_SMALL_GAP) },
      }),
    ],
  });

/** Odd pages number outside right, even ones left, one character inside. */
export function pageNumber(side: 'left' | 'right', below = 0): Footer {
  const size = sizes[4];
  const font = { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' };
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size, font });
  return new Footer({
    children: [
      paragraph([number], {
        pitch: size * 10,
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: char },
        spacing: { after: below },
      }),
    ],
  });
}

/** Every page of a record is signed, and says which of how many it is. */
export function signedFooter({ signedBelow = [] }: NoticeFrame): Footer {
  const size = sizes.small4;
  const places = signedBelow.map((label) => `${label}：＿＿＿＿＿`).join('　');
  const font = { ascii: '宋体', hAnsi: '宋体', eastAsia: '仿宋_GB2312' };
  const number = ['　第', PageNumber.CURRENT, '页　共', PageNumber.TOTAL_PAGES, '页'];
  const children = [run(places, { size }), new TextRun({ children: number, size, font })];
  return new Footer({ children: [paragraph(children, { pitch: 340, alignment: AlignmentType.LEFT })] });
}

/** 校验码 below the type area, on the page where the paper ends: its frame takes no room there. */
export const checkLine = ({ check }: NoticeFrame): Paragraph[] =>
  check
    ? [
        paragraph([run(`校验码：${check.code}${check.at ? `　查验网址：${check.at}` : ''}`, small)], {
          pitch: 240,
          alignment: AlignmentType.LEFT,
          frame: {
            type: 'absolute',
            position: { x: twips(28), y: twips(282) },
            width: typeArea,
            height: 260,
            wrap: FrameWrap.AROUND,
            anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
          },
        }),
      ]
    : [];
const small = { size: 18, color: grey };

/** What Word and WPS open is for editing: issued is the PDF. Stands outside the type area, so that no line moves. */
export function draftMark({ status }: NoticeFrame): Paragraph {
  const text = status === 'draft' ? '草稿' : '编辑稿（正式文书以印发的PDF为准）';
  return paragraph([run(text, { face: '黑体', size: sizes.small4, color: grey })], {
    pitch: 300,
    alignment: AlignmentType.RIGHT,
    frame: {
      type: 'absolute',
      position: { x: twips(184) - 6000, y: twips(20) },
      width: 6000,
      height: 320,
      wrap: FrameWrap.AROUND,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
  });
}
