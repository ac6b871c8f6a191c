import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error.ts';

/** Where the seal's certificate lies; its password is given, or lies in a file of its own. */
export interface SealFiles {
  pfx: string;
  password: string | undefined;
  passwordFile: string | undefined;
}

export const readSealFiles = ({
  pfx,
  password,
  passwordFile,
}: SealFiles): { pfx: Buffer; password: string } => ({
  pfx: read('SEAL_PFX', pfx),
  // Editors end a file with a new line.
  password:
    password ??
    read('SEAL_PASSWORD_FILE', passwordFile ?? '')
      .toString('utf8')
      .replace(/\r?\n$/u, ''),
});

function read(variable: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigError(`${variable} 指定的文件读不了：${path} / The file of ${variable} cannot be read.`);
  }
}
