import { Readable } from 'node:stream';
import JSZip from 'jszip';

export interface ZipEntry {
  /** Safe already; folders by `/`. */
  path: string;
  content: string | (() => Readable);
}

/** A ZIP that is made while it is sent: each file is opened only when its turn comes. */
export function zipStream(entries: readonly ZipEntry[]): NodeJS.ReadableStream {
  const zip = new JSZip();
  for (const { path, content } of entries)
    zip.file(path, typeof content === 'string' ? content : opened(content), { createFolders: false });
  // PDFs and photographs are compressed in themselves.
  return zip.generateNodeStream({ streamFiles: true, compression: 'STORE' });
}

function opened(open: () => Readable): Readable {
  return Readable.from(
    (async function* () {
      for await (const chunk of open()) yield chunk as Buffer;
    })(),
    { objectMode: false },
  );
}
