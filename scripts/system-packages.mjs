import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const browsers = ['chromium', 'chromium-browser', 'google-chrome'];

const needs = [
  { package: 'chromium', present: () => browsers.some(onPath) },
  { package: 'fonts-noto-cjk', present: hasChineseFont },
  { package: 'default-jre-headless', present: () => onPath('java') },
  { package: 'maven', present: () => onPath('mvn') },
];

/** The browser and what fetches the time-skipping server; without Debian or root it says what is missing. */
export function installSystemPackages() {
  const missing = needs.filter((need) => !need.present()).map((need) => need.package);
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    process.stdout.write(`missing for the tests: ${names} (apt-get install ${names}, as root)\n`);
    return;
  }
  process.stdout.write(`installing ${names} (usually 1 to 3 minutes; only once)\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
  if (
    apt('update').status !== 0 ||
    apt('install', '-y', '--no-install-recommends', ...missing).status !== 0
  ) {
    process.stdout.write(`apt-get could not install ${names}: the tests that need them will fail\n`);
  }
}

function onPath(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => folder && existsSync(`${folder}/${program}`));
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return Boolean(stdout?.trim()) || existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
}
