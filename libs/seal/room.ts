import { createHash } from 'node:crypto';
import type { Instant } from '#domain/day';
import { found, NotOurPdf, readPdf, type PdfFile } from './pdf-file.ts';

interface Signer {
  name: string;
  at: Instant;
  /** Bytes that the signature may have. */
  room: number;
}

/** The PDF with an empty place for its signature: `signed` of it, and the place that `seal` fills, are all of it. */
export interface Roomy {
  bytes: Buffer;
  /** Where the hexadecimal digits stand between their brackets. */
  from: number;
  to: number;
}

/** Wide enough for any file. */
const rangeWidth = 48;

/**
 * Adds to the file and changes nothing in it (incremental update, ISO 32000-2, 7.5.6): signature, its field, and first
 * page and catalogue anew with them. The field has no size: a seal is no picture here.
 */
export function makeRoom(pdf: Uint8Array, { name, at, room }: Signer): Roomy {
  const file = readPdf(pdf);
  const [signature, field] = [file.size, file.size + 1];
  const catalogue = file.object(file.root);
  const page = firstPage(file, catalogue);
  if (catalogue.includes('/AcroForm')) throw new NotOurPdf('it has a form already');
  const objects: [number: number, content: string][] = [
    [page, withAnnotation(file.object(page), field)],
    [file.root, entered(catalogue, `/AcroForm <</Fields [${field} 0 R] /SigFlags 3>>`)],
    [signature, signatureObject({ name, at, room })],
    [
      field,
      `<</Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /V ${signature} 0 R /P ${page} 0 R /F 132 /Rect [0 0 0 0]>>`,
    ],
  ];
  const bytes = appended(file, objects);
  const from = bytes.lastIndexOf('/Contents <') + '/Contents <'.length;
  const to = from + 2 * room;
  const range = `[0 ${from - 1} ${to + 1} ${bytes.length - to - 1}]`.padEnd(rangeWidth);
  bytes.write(range, bytes.lastIndexOf('/ByteRange ') + '/ByteRange '.length, 'latin1');
  return { bytes, from, to };
}

function firstPage(file: PdfFile, catalogue: string): number {
  const pages = file.object(Number(found(/\/Pages (\d+) 0 R/u, catalogue, 'no pages')));
  const page = Number(found(/\/Kids \[\s*(\d+) 0 R/u, pages, 'no page'));
  if (!/\/Type \/Page\b/u.test(file.object(page))) throw new NotOurPdf('no first page');
  return page;
}

const entered = (dictionary: string, entry: string): string => {
  if (!dictionary.startsWith('<<')) throw new NotOurPdf('no dictionary');
  return `<<${entry} ${dictionary.slice(2)}`;
};

function withAnnotation(page: string, field: number): string {
  if (!page.includes('/Annots')) return entered(page, `/Annots [${field} 0 R]`);
  if (!/\/Annots\s*\[/u.test(page)) throw new NotOurPdf('annotations elsewhere');
  return page.replace(/\/Annots\s*\[/u, `/Annots [${field} 0 R `);
}

/** PAdES: the time of signing stands here, and nowhere in the signature. */
const signatureObject = ({ name, at, room }: Signer): string =>
  `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (${pdfTime(at)}) /Name ${pdfText(name)}\n` +
  `/ByteRange ${' '.repeat(rangeWidth)}\n/Contents <${'0'.repeat(2 * room)}>>>`;

const pdfTime = (at: Instant): string => `D:${at.replaceAll(/[-:T]/gu, '').slice(0, 14)}Z`;
const pdfText = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

/** The new objects, their table, and where it stands. */
function appended(file: PdfFile, objects: [number: number, content: string][]): Buffer {
  const parts: Buffer[] = [file.bytes];
  let length = file.bytes.length;
  const add = (text: string) => {
    const bytes = Buffer.from(text, 'latin1');
    parts.push(bytes);
    length += bytes.length;
  };
  if (file.bytes.at(-1) !== 0x0a) add('\n');
  const entries = [...objects]
    .sort(([one], [other]) => one - other)
    .map(([number, content]) => {
      const entry = `${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`;
      add(`${number} 0 obj\n${content}\nendobj\n`);
      return entry;
    });
  const tableAt = length;
  const id = createHash('sha256').update(file.bytes).digest('hex').slice(0, 32);
  add(`xref\n0 1\n0000000000 65535 f \n${entries.join('')}trailer\n`);
  add(
    `<</Size ${file.size + 2} /Root ${file.root} 0 R ${file.info} /ID [${file.firstId} <${id}>] /Prev ${file.tableAt}>>\n`,
  );
  add(`startxref\n${tableAt}\n%%EOF\n`);
  return Buffer.concat(parts);
}
