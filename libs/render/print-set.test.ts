import { expect, test } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { printSet } from './print-set.ts';

async function paper(pages: number, width: number): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  for (let nth = 0; nth < pages; nth += 1) made.addPage([width, 842]);
  return made.save();
}

test('each paper begins on an odd page, after a blank one where the paper before ends on an odd page', async () => {
  const set = await PDFDocument.load(
    await printSet('全套', [
      await paper(1, 500),
      await paper(2, 510),
      await paper(3, 520),
      await paper(1, 530),
    ]),
  );
  expect(set.getPages().map((page) => page.getWidth())).toEqual([
    ...[500, 500],
    ...[510, 510],
    ...[520, 520, 520, 520],
    530,
  ]);
});
