/** The little of a PDF that a signature has to know: what Typst writes is a plain file with one table of objects. */
export interface PdfFile {
  bytes: Buffer;
  /** Number of the next new object. */
  size: number;
  root: number;
  /** Lines of the trailer that go on. */
  info: string;
  firstId: string;
  tableAt: number;
  object: (number: number) => string;
}

export class NotOurPdf extends Error {
  constructor(what: string) {
    super(`the PDF cannot be signed: ${what}`);
    this.name = 'NotOurPdf';
  }
}

/** One character for each byte. */
const text = (bytes: Buffer) => bytes.toString('latin1');
const entryLength = 20;

export function readPdf(given: Uint8Array): PdfFile {
  const bytes = Buffer.from(given);
  const end = text(bytes.subarray(-2048));
  const tableAt = Number(found(/startxref\s+(\d+)\s+%%EOF\s*$/u, end, 'no end'));
  const table = text(bytes.subarray(tableAt));
  const [head = '', count = ''] = /^xref\s+0 (\d+)\s*\n/u.exec(table) ?? [];
  const trailer = table.slice(head.length + Number(count) * entryLength);
  if (head === '' || !trailer.startsWith('trailer')) throw new NotOurPdf('not one plain table of objects');
  if (/\/(?:Prev|Encrypt)\b/u.test(trailer)) throw new NotOurPdf('changed or encrypted');
  const offsetOf = (number: number) =>
    Number(table.substr(head.length + number * entryLength, 10)) || missing(number);
  const info = /\/Info \d+ 0 R/u.exec(trailer)?.[0] ?? '';
  return {
    ...{ bytes, tableAt, info, size: Number(count) },
    root: Number(found(/\/Root (\d+) 0 R/u, trailer, 'no catalogue')),
    firstId: found(/\/ID\s*\[\s*(\([A-Za-z0-9+/=]*\)|<[0-9A-Fa-f]*>)/u, trailer, 'no identifier'),
    object: (number) => {
      const from = text(bytes.subarray(offsetOf(number)));
      return found(new RegExp(`^${number} 0 obj\\s*([^]*?)\\s*endobj`, 'u'), from, `no object ${number}`);
    },
  };
}

function missing(number: number): never {
  throw new NotOurPdf(`no object ${number}`);
}

export function found(pattern: RegExp, where: string, otherwise: string): string {
  const value = pattern.exec(where)?.[1];
  if (value === undefined) throw new NotOurPdf(otherwise);
  return value;
}
