import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** A file never leaves the reader's machine. Not crypto.subtle: browsers have none on pages without HTTPS. */
export async function digestOf(file: Blob): Promise<string> {
  const digest = sha256.create();
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) digest.update(part.value);
  return bytesToHex(digest.digest());
}
