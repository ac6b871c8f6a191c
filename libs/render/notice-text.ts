import type { Block, NoticeDocument } from '#domain/notice';

/** A paper as plain text, a line per block or row: for golden texts and for reading a paper without its pages. */
export function noticeText({ frame, blocks }: NoticeDocument): string {
  const head = [frame.issuerMark, frame.number ?? '（草稿，未编号）'];
  const lines = [
    ...(frame.layout === 'agreement' ? [`（${frame.status === 'issued' ? '已签署' : '草稿'}）`] : head),
  ];
  const cut = blocks.findIndex((block) => block.type === 'annex');
  const [body, annexes] = cut < 0 ? [blocks, []] : [blocks.slice(0, cut), blocks.slice(cut)];
  for (const block of body) {
    lines.push(...blockLines(block));
    if (block.type === 'title' && frame.addressees.length > 0) lines.push(`${frame.addressees.join('、')}：`);
  }
  if (frame.annexes.length > 0) lines.push(`附件：${frame.annexes.join('；')}`);
  if (frame.issuer) lines.push(frame.issuer, frame.date);
  if (frame.remark) lines.push(`（${frame.remark}）`);
  lines.push(...annexes.flatMap(blockLines));
  if (frame.copies.length > 0) lines.push(`抄送：${frame.copies.join('，')}。`);
  if (frame.printedBy) lines.push([frame.printedBy, frame.printedOn].filter(Boolean).join(' '));
  return `${lines.filter(Boolean).join('\n')}\n`;
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'title':
      return [block.lines.join('/')];
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [block.runs.map((run) => run.text).join('')];
    case 'table':
      return [block.head.join(' | '), ...block.rows.map((row) => row.map((cell) => cell.text).join(' | '))];
    case 'form':
      return block.rows.map((row) =>
        row
          .map(({ text, signs = [] }) =>
            [
              text.replaceAll('\n', ' / '),
              ...signs.map(({ who, name, on }) => `〔${[who, name, on].filter(Boolean).join(' ')}〕`),
            ].join(''),
          )
          .join(' | '),
      );
    case 'sign-lines':
      return block.labels.map((label) => `${label}：＿＿＿＿`);
    case 'signatures':
      return block.places.map((place) =>
        [place.label, place.organisation, place.name, place.on].filter(Boolean).join(' | '),
      );
    case 'annex':
      return [`${block.bare ? '' : `附件${block.number ?? ''} `}${block.lines.join('/')}`];
  }
}
