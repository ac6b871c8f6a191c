import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { glob, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Instant } from '#domain/day';

/** The upload is longer than allowed; nothing of it remains. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The disk is full or its quota used up; nothing of the upload remains. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
}

/** Content that has arrived and is not kept yet: look at it at `path`, then `keep` or `drop` it. */
export interface Staged {
  sha256: string;
  size: number;
  path: string;
  keep(): Promise<void>;
  drop(): Promise<void>;
}

/** `end` is the last byte that is read. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Content by its SHA-256, each once. A bucket would be a second function that returns the same: it too stages in a
 * folder, because the type is read from a file and the hash is known only at the end.
 */
export type FileStore = ReturnType<typeof createFolderStore>;

const hashText = /^[0-9a-f]{64}$/u;

export function createFolderStore(folder: string) {
  const staging = join(folder, 'incoming');
  // A folder holds 1/256 of the files.
  const placeOf = (sha256: string): string => {
    if (!hashText.test(sha256)) throw new Error('not a SHA-256');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  const exists = (sha256: string): Promise<boolean> =>
    stat(placeOf(sha256)).then(
      () => true,
      (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? false : Promise.reject(error)),
    );

  async function stage(content: Readable, { maxBytes }: { maxBytes: number }): Promise<Staged> {
    await mkdir(staging, { recursive: true });
    const path = join(staging, randomUUID());
    const drop = (): Promise<void> => rm(path, { force: true });
    try {
      const { sha256, size } = await receive(content, path, maxBytes);
      return { sha256, size, path, drop, keep: () => keep(path, placeOf(sha256)) };
    } catch (error) {
      await drop();
      throw ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')
        ? new StoreFull()
        : error;
    }
  }

  return {
    stage,
    exists,

    async put(content: Readable, limits: { maxBytes: number }): Promise<{ sha256: string; size: number }> {
      const staged = await stage(content, limits);
      await staged.keep();
      return { sha256: staged.sha256, size: staged.size };
    },

    open: (sha256: string, range?: ByteRange): Readable => createReadStream(placeOf(sha256), range),

    /** Only for content to which no row refers (remove-unreferenced.ts). */
    remove: (sha256: string): Promise<void> => rm(placeOf(sha256), { force: true }),

    /** What was last put before that moment. */
    async *hashesBefore(before: Instant): AsyncGenerator<string> {
      for await (const path of glob('[0-9a-f][0-9a-f]/*', { cwd: folder })) {
        const found = await stat(join(folder, path)).catch(() => undefined);
        if (found && found.mtimeMs < Date.parse(before) && hashText.test(basename(path)))
          yield basename(path);
      }
    },

    /** Uploads that ended with their process. */
    async dropStale(before: Instant): Promise<number> {
      await mkdir(staging, { recursive: true });
      let dropped = 0;
      for await (const { name } of await opendir(staging)) {
        const path = join(staging, name);
        const found = await stat(path).catch(() => undefined);
        if (!found || found.mtimeMs >= Date.parse(before)) continue;
        await rm(path, { force: true });
        dropped++;
      }
      return dropped;
    },
  };
}

async function receive(
  content: Readable,
  path: string,
  maxBytes: number,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    await pipeline(content, async (chunks: AsyncIterable<Uint8Array>) => {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > maxBytes) throw new TooLarge();
        hash.update(chunk);
        await file.writeFile(chunk);
      }
    });
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** After a power cut a row may stand only where its content does: the folder's entry is written out too. */
async function keep(path: string, place: string): Promise<void> {
  const parent = join(place, '..');
  await mkdir(parent, { recursive: true });
  await rename(path, place);
  const entry = await open(parent);
  try {
    await entry.sync();
  } finally {
    await entry.close();
  }
}
