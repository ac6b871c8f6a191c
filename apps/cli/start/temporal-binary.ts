import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { download } from './download.ts';
import { runTool, toldBy } from './setup.ts';
import type { Setup } from './setup.ts';

/** v1.9.1 cannot be built with `go install`: its go.mod replaces a module. */
const version = '1.5.1';
const platforms: Record<string, string> = { linux: 'linux', darwin: 'darwin' };
const processors: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };

export interface TemporalBinary {
  path: string;
  from: string;
}

/** On PATH, else the cached one, else the official download, else built with Go. */
export async function temporalBinary(cacheDir: string, setup: Setup): Promise<TemporalBinary> {
  if (await works(setup, 'temporal')) return { path: 'temporal', from: 'PATH 上的 temporal' };
  const folder = join(cacheDir, `temporal-cli-${version}`);
  const path = join(folder, 'temporal');
  if (existsSync(path) && (await works(setup, path))) return { path, from: '缓存的 Temporal CLI' };
  const draft = join(cacheDir, `.temporal-cli-${version}-${process.pid}`);
  try {
    mkdirSync(draft, { recursive: true });
    const from = (await downloaded(draft, setup)) ?? (await built(draft, setup));
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    return { path, from };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function works(setup: Setup, path: string): Promise<boolean> {
  return runTool(setup, [path, '--version'], { timeout: 20_000 }).then(
    (told) => told.startsWith('temporal version'),
    () => false,
  );
}

async function downloaded(folder: string, setup: Setup): Promise<string | undefined> {
  const platform = platforms[process.platform];
  const processor = processors[process.arch];
  if (!platform || !processor) return undefined;
  setup.say(`下载 Temporal CLI ${version}（约 100 MB，通常 1 分钟；只需一次）…`);
  const archive = join(folder, 'temporal.tar.gz');
  const name = `temporal_cli_${version}_${platform}_${processor}.tar.gz`;
  const sources = [
    `https://github.com/temporalio/cli/releases/download/v${version}/${name}`,
    `https://temporal.download/cli/archive/v${version}?platform=${platform}&arch=${processor}`,
  ];
  for (const source of sources) {
    if (!(await download(source, archive, setup.signal))) continue;
    const unpacked = await runTool(setup, ['tar', '-xzf', archive, '-C', folder]).catch(() => undefined);
    rmSync(archive, { force: true });
    if (unpacked && (await works(setup, join(folder, 'temporal')))) return '下载的 Temporal CLI';
  }
  setup.say('下载不成：没有外网。');
  return undefined;
}

async function built(folder: string, setup: Setup): Promise<string> {
  const go = await runTool(setup, ['go', 'version'], { timeout: 20_000 }).catch(() => undefined);
  if (!go) {
    throw new OperatorError(
      '没有 Temporal 服务器：PATH 上没有 temporal，下载不成，也没有 Go 可供编译。请安装 Temporal CLI 或 Go，或设置 TEMPORAL_ADDRESS。',
      'No Temporal server: none on PATH, no download, and no Go to build it. Install the Temporal CLI or Go, or set TEMPORAL_ADDRESS.',
    );
  }
  setup.say('用 Go 编译 Temporal CLI（通常 3 到 6 分钟；只需一次）…');
  const started = performance.now();
  const minutes = setInterval(
    () => setup.say(`  仍在编译，已 ${Math.round((performance.now() - started) / 60_000)} 分钟…`),
    60_000,
  );
  try {
    await runTool(setup, ['go', 'install', `github.com/temporalio/cli/cmd/temporal@v${version}`], {
      env: { ...process.env, GOBIN: folder, GOFLAGS: '-mod=mod' },
    });
    return '用 Go 编译的 Temporal CLI';
  } catch (error) {
    throw new OperatorError(
      `Go 编译 Temporal CLI 失败：${toldBy(error, 3)}\n请安装 Temporal CLI，或设置 TEMPORAL_ADDRESS。`,
      'Building the Temporal CLI failed: install it or set TEMPORAL_ADDRESS.',
      error,
    );
  } finally {
    clearInterval(minutes);
  }
}
