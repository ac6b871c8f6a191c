import { Document, Header, Packer, PageBreak, Paragraph, type ISectionOptions, type Table } from 'docx';
import JSZip from 'jszip';
import type { Block, NoticeDocument, NoticeFrame } from '#domain/notice';
import { startOfDay, epochMs } from '#domain/day';
import { bearsSeal } from '#domain/notice-frames';
import { draw } from './blocks.ts';
import { annexList, remark, signature } from './closing.ts';
import { formHead, legalHead, letterHead, minutesHead, officialHead, underTitle } from './heads.ts';
import { imprint } from './imprint.ts';
import { checkLine, draftMark, letterFooter, letterHeader, pageNumber, signedFooter } from './margins.ts';
import { margins, twips } from './measures.ts';
import { blank } from './text.ts';

/** Pages between the last line of the paper and its 版记, as the PDF has them. */
export interface Breaks {
  beforeImprint: number;
}

/** The paper as a Word document for editing: the same content, the same layout, the same bytes each time. */
export async function docxOf(document: NoticeDocument, { beforeImprint }: Breaks): Promise<Uint8Array> {
  const { frame } = document;
  const file = new Document({
    title: titleOf(document),
    creator: frame.issuer ?? '',
    evenAndOddHeaderAndFooters: true,
    sections: [{ ...frameOf(frame), children: [...checkable(document), ...endOf(frame, beforeImprint)] }],
  });
  return patched(await Packer.toBuffer(file), frame);
}

const titleOf = ({ blocks }: NoticeDocument): string =>
  blocks.flatMap((block) => (block.type === 'title' ? [block.lines.join('')] : []))[0] ?? '';

function frameOf(frame: NoticeFrame): Omit<ISectionOptions, 'children'> {
  const letter = frame.layout === 'letter';
  const footer = letter ? 1134 : 1446;
  const below = letter ? 312 : 0;
  const plain = () => new Header({ children: [draftMark(frame)] });
  const [odd, even] =
    frame.layout === 'record'
      ? [signedFooter(frame), signedFooter(frame)]
      : [pageNumber('right', below), pageNumber('left', below)];
  return {
    properties: {
      titlePage: letter,
      page: {
        size: { width: twips(210), height: twips(297) },
        margin: { ...margins, header: letter ? twips(30) : twips(15), footer },
      },
    },
    headers: { default: plain(), even: plain(), ...(letter ? { first: letterHeader(frame) } : {}) },
    footers: { default: odd, even, ...(letter ? { first: letterFooter() } : {}) },
  };
}

const heads: Record<NoticeFrame['layout'], (frame: NoticeFrame) => Paragraph[]> = {
  official: officialHead,
  letter: letterHead,
  minutes: minutesHead,
  legal: legalHead,
  form: formHead,
  agreement: () => [blank()],
  record: () => [],
};

function bodyOf({ frame, blocks }: NoticeDocument): (Paragraph | Table)[] {
  const cut = blocks.findIndex(({ type }) => type === 'annex');
  const [text, annexes] = cut < 0 ? [blocks, []] : [blocks.slice(0, cut), blocks.slice(cut)];
  const after = (block: Block) => (block.type === 'title' ? underTitle(frame) : []);
  return [
    ...heads[frame.layout](frame),
    ...text.flatMap((block) => [...draw(block), ...after(block)]),
    ...annexList(frame),
    ...(bearsSeal(frame) ? [...signature(frame), ...remark(frame)] : []),
    ...annexes.flatMap(draw),
  ];
}

/** The check line hangs on the last paragraph: behind it LibreOffice would begin another page. */
function checkable(document: NoticeDocument): (Paragraph | Table)[] {
  const body = bodyOf(document);
  const at = body.at(-1) instanceof Paragraph ? -1 : body.length;
  return [...body.slice(0, at), ...checkLine(document.frame), ...body.slice(at)];
}

function endOf(frame: NoticeFrame, breaks: number): (Paragraph | Table)[] {
  if (frame.copies.length === 0 && !frame.printedBy) return [];
  const turned = Array.from({ length: breaks }, () => new Paragraph({ children: [new PageBreak()] }));
  return [...turned, imprint(frame), anchor()];
}

/** A floating table hangs on the paragraph behind it: without one LibreOffice leaves it out. As good as no height. */
const anchor = () => new Paragraph({ spacing: { line: 20, lineRule: 'exact', before: 0, after: 0 } });

/**
 * What the library cannot write: no gap between Han and Latin letters (it knows digits only). And Word's file is a zip
 * whose times would differ from one run to the next.
 */
async function patched(bytes: Uint8Array, { date }: NoticeFrame): Promise<Uint8Array> {
  const at = startOfDay(date);
  const zip = await JSZip.loadAsync(bytes);
  const change = async (path: string, pattern: RegExp, to: string) =>
    zip.file(path, (await zip.file(path)!.async('string')).replaceAll(pattern, to));
  await change('docProps/core.xml', /\d{4}-\d\d-\d\dT[\d:.]+Z/gu, at);
  await change('word/document.xml', /<w:autoSpaceDN /gu, '<w:autoSpaceDE w:val="false"/>$&');
  for (const entry of Object.values(zip.files)) entry.date = new Date(epochMs(at));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
