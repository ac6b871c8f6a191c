/** Runs on the machine's own Node, before any package is there. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export function install() {
  if (Number(process.versions.node.split('.')[0]) < 18) {
    fail(`需要 Node.js 18 或更新（现为 ${process.versions.node}）。`, 'Node.js 18 or newer is needed.');
  }
  if (isInstalled()) return;
  process.stdout.write(
    '安装依赖（通常 1 分钟；只在首次或依赖变动后）… / installing packages, about a minute\n',
  );
  // A lockfile made where the registry lacks packages for other systems does not pass `npm ci`; `install` takes it.
  if (!npm('ci') && !npm('install', '--no-save')) {
    fail(
      '依赖安装失败：请检查网络或 npm 源后重试。',
      'npm could not install the packages: check the network and try again.',
    );
  }
  if (!isInstalled())
    fail(
      '依赖安装不完整：请删除 node_modules 后重试。',
      'node_modules is incomplete: remove it and try again.',
    );
}

function npm(...args) {
  const { status } = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    // NODE_ENV=production would leave out what builds the pages.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  return status === 0;
}

/** npm writes its hidden lockfile last: it is missing or older when an installation was broken off or is out of date. */
function isInstalled() {
  const production = process.env.NODE_ENV === 'production';
  if (!existsSync(join(root, 'node_modules', '.bin', 'node'))) return false;
  const wanted = packages('package-lock.json');
  const present = packages(join('node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    if (found) return found.version === entry.version;
    // Left out on purpose: what is for other machines, and in an image what is for developing.
    return Boolean(
      entry.optional || entry.os || entry.cpu || (production && (entry.dev || entry.devOptional)),
    );
  });
}

function packages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

function fail(chinese, english) {
  process.stderr.write(`${chinese}\n${english}\n`);
  process.exit(1);
}
