import { delMany, get, keys, set } from 'idb-keyval';

/** Files that have not gone up yet, kept in this browser; without storage they only live as long as the page. */
export async function readKeptFiles(key: string): Promise<File[]> {
  const stored: unknown = await get(key).catch(() => undefined);
  return Array.isArray(stored) ? stored.filter((one): one is File => one instanceof File) : [];
}

export async function writeKeptFiles(key: string, files: readonly File[]): Promise<void> {
  await (files.length > 0 ? set(key, files) : delMany([key])).catch(() => undefined);
}

/** After a log-out on a shared machine no photograph stays behind. */
export async function forgetKeptFiles(part: string): Promise<void> {
  const known = await keys<string>().catch(() => []);
  await delMany(known.filter((key) => key.startsWith(part))).catch(() => undefined);
}
