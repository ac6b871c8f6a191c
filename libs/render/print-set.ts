import { PDFDocument } from '@cantoo/pdf-lib';

/** Papers one after the other in one PDF for double-sided printing: each begins on the front of a sheet. */
export async function printSet(
  title: string,
  papers: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Uint8Array> {
  const set = await PDFDocument.create({ updateMetadata: false });
  set.setTitle(title, { showInWindowTitleBar: true });
  for await (const bytes of papers) {
    if (set.getPageCount() % 2 === 1) addBlank(set);
    const paper = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await set.copyPages(paper, paper.getPageIndices())) set.addPage(page);
  }
  return set.save();
}

/** As large as the page before it, so that a printer does not ask for another sheet. */
function addBlank(set: PDFDocument): void {
  const { width, height } = set.getPage(set.getPageCount() - 1).getSize();
  set.addPage([width, height]);
}
