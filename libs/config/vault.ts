import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the database keeps and whoever reads a copy of it must not be able to use. */
export interface Vault {
  /** `about` says whose secret it is: sealed for one row, it does not open in another. */
  seal(text: string, about: string): string;
  open(sealed: string, about: string): string;
  /** Tells whether two texts are the same, and nothing else of them without the key. */
  digest(text: string): string;
}

/** The key is another than that which sealed it, or the text was moved or changed. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

const version = 'v1';
const keyFile = 'secret.key';

/** AES-256-GCM under a key of the environment, else of a file beside the data that the first start makes. */
export function openVault(dataDir: string, given?: string): Vault {
  const key = Buffer.from(given ?? keyOf(dataDir), 'hex');
  if (key.length !== 32) throw new Error(`${keyFile} does not hold 64 hexadecimal digits`);
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `duxing ${purpose}`, 32));
  const [sealing, digesting] = [derived('seal'), derived('digest')];
  return {
    seal(text, about) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about));
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [version, nonce, cipher.getAuthTag(), content].map(asText).join('.');
    },
    open(sealed, about) {
      const [stated, ...parts] = sealed.split('.');
      const [nonce, tag, content] = parts.map((part) => Buffer.from(part, 'base64url'));
      try {
        if (stated !== version || !nonce || tag?.length !== 16 || !content) throw new CannotOpen();
        const decipher = createDecipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about));
        decipher.setAuthTag(tag);
        return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8');
      } catch {
        throw new CannotOpen('sealed with another key, or changed');
      }
    },
    digest: (text) => createHmac('sha256', digesting).update(text).digest('base64url'),
  };
}

const asText = (part: string | Buffer) => (typeof part === 'string' ? part : part.toString('base64url'));

/** Written whole beside its place: several processes that start at once read one and the same key. */
function keyOf(dataDir: string): string {
  const path = join(dataDir, keyFile);
  const read = () => readFileSync(path, 'utf8').trim();
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dataDir, { recursive: true });
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read();
}
