import { pairColumns } from '#domain/kinds/campaign/pairs/pair-columns';
import { pairsInSheets } from './pairs-in-sheets.ts';
import type { PairTable } from './pairs-in-sheets.ts';
import { readSheets } from './read-sheets.ts';

/** Reads the pairs of an Excel or CSV file. Throws TableError. */
export async function readPairTable(bytes: Uint8Array, fileName: string): Promise<PairTable> {
  const isHead = (cells: string[]) => pairColumns(cells) !== undefined;
  return pairsInSheets(await readSheets(bytes, fileName, isHead));
}
