import { getDocument, OPS, type PDFPageProxy } from 'unpdf/pdfjs';

/** All in millimetres from the upper left corner of the paper. */
export interface Text {
  text: string;
  left: number;
  right: number;
  /** Of the em box; ink is smaller. */
  top: number;
  bottom: number;
  /** Points. */
  size: number;
}
export interface RuleLine {
  left: number;
  right: number;
  middle: number;
  thick: number;
  color: string;
}
export interface Page {
  width: number;
  height: number;
  texts: Text[];
  rules: RuleLine[];
}

const mm = (points: number): number => (points * 25.4) / 72;
/** The layouts put the middle of the em box 0.38 em above the base line. */
const [above, below] = [0.88, 0.12];

/** Where everything stands in a PDF, read from the file itself and not from what made it. */
export async function measured(bytes: Uint8Array): Promise<Page[]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 })
    .promise;
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1)
    pages.push(await pageOf(await pdf.getPage(number)));
  await pdf.loadingTask.destroy();
  return pages;
}

async function pageOf(page: PDFPageProxy): Promise<Page> {
  const [, , width = 0, height = 0] = page.view;
  const { items } = await page.getTextContent();
  const texts = items.flatMap((item): Text[] => {
    if (!('str' in item) || item.str === '') return [];
    const [size = 0, , , , x = 0, y = 0] = item.transform as number[];
    const base = height - y;
    return [
      {
        text: item.str,
        left: mm(x),
        right: mm(x + item.width),
        top: mm(base - above * size),
        bottom: mm(base + below * size),
        size,
      },
    ];
  });
  return { width: mm(width), height: mm(height), texts, rules: await rulesOf(page, height) };
}

type Matrix = [number, number, number, number, number, number];
const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  ...([a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j] as const),
  ...([a * k + c * l + e, b * k + d * l + f] as const),
];

interface Pen {
  at: Matrix;
  thick: number;
  stroke: string;
  fill: string;
}

/** Level lines and filled bars: both are rules on paper. */
async function rulesOf(page: PDFPageProxy, height: number): Promise<RuleLine[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: RuleLine[] = [];
  const kept: Pen[] = [];
  let pen: Pen = { at: [1, 0, 0, 1, 0, 0], thick: 1, stroke: '#000000', fill: '#000000' };
  fnArray.forEach((operator, index) => {
    const given = argsArray[index] as unknown[];
    if (operator === OPS.save) kept.push({ ...pen });
    else if (operator === OPS.restore) pen = kept.pop() ?? pen;
    else if (operator === OPS.transform) pen.at = times(pen.at, given as Matrix);
    else if (operator === OPS.setLineWidth) pen.thick = Number(given[0]);
    else if (operator === OPS.setStrokeRGBColor) pen.stroke = String(given[0]);
    else if (operator === OPS.setFillRGBColor) pen.fill = String(given[0]);
    else if (operator === OPS.constructPath) {
      const [how, , box] = given as [number, unknown, Record<number, number>];
      const rule = ruleOf(how === OPS.stroke, box, pen, height);
      if (rule) rules.push(rule);
    }
  });
  return rules;
}

function ruleOf(
  stroked: boolean,
  box: Record<number, number>,
  pen: Pen,
  height: number,
): RuleLine | undefined {
  const [[x1, y1], [x2, y2]] = [
    [box[0] ?? 0, box[1] ?? 0],
    [box[2] ?? 0, box[3] ?? 0],
  ].map(([x = 0, y = 0]) => times(pen.at, [1, 0, 0, 1, x, y]).slice(4)) as [
    [number, number],
    [number, number],
  ];
  const [wide, high] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (wide < 20 || high > 10 || (stroked && high > 0.1)) return undefined;
  return {
    left: mm(Math.min(x1, x2)),
    right: mm(Math.max(x1, x2)),
    middle: mm(height - (y1 + y2) / 2),
    thick: mm(stroked ? pen.thick : high),
    color: (stroked ? pen.stroke : pen.fill).toLowerCase(),
  };
}

/** Texts that stand on one line, joined from left to right. */
export function linesOf({ texts }: Page): Text[] {
  const lines: Text[] = [];
  for (const one of [...texts].sort((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    const line = lines.find(({ bottom }) => Math.abs(bottom - one.bottom) < 0.6);
    if (!line) lines.push({ ...one });
    else {
      line.text += one.text;
      line.left = Math.min(line.left, one.left);
      line.right = Math.max(line.right, one.right);
    }
  }
  return lines;
}
