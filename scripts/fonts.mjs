/**
 * Fetches the open fonts of official papers into the cache outside the work tree. Needs no root:
 * `apt-get download` and `dpkg-deb -x` unpack without installing, `npm pack` fetches one package.
 * Whatever can't be had is left out: libs/render falls back to the machine's own CJK fonts.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, copyFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const fandol = 'usr/share/texlive/texmf-dist/fonts/opentype/public/fandol';

const deb = (name, licence, files) => ({ kind: 'deb', name, licence, files });

/** One line per package: where its licence lies inside, and which files are kept. */
const packages = [
  deb('texlive-lang-chinese', 'usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz', [
    `${fandol}/FandolFang-Regular.otf`,
    `${fandol}/FandolKai-Regular.otf`,
    `${fandol}/FandolSong-Regular.otf`,
  ]),
  deb('fonts-lxgw-wenkai', 'usr/share/doc/fonts-lxgw-wenkai/copyright', [
    'usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Light.ttf',
  ]),
  deb('fonts-noto-cjk', 'usr/share/doc/fonts-noto-cjk/copyright', [
    'usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc',
  ]),
  {
    kind: 'npm',
    name: '@embedpdf/fonts-sc@1.0.0',
    licence: 'package/LICENSE',
    files: ['package/fonts/NotoSansHans-Medium.otf'],
  },
];

export function fontDir() {
  return path.join(process.env.DUXING_CACHE || path.join(homedir(), '.cache', 'duxing'), 'fonts');
}

const kept = (pack) => pack.files.map((file) => path.basename(file));

/** FandolFang is kept as TrueType where it could be converted, else as it comes. */
const stands = (dir, name) =>
  existsSync(path.join(dir, name)) ||
  (name.startsWith('FandolFang') && existsSync(path.join(dir, 'FandolFang-Regular.ttf')));

/** @returns {Promise<{ dir: string, missing: string[] }>} */
export async function ensureFonts({ log = () => {} } = {}) {
  const dir = fontDir();
  await mkdir(path.join(dir, 'licences'), { recursive: true });
  const wanted = packages.filter((pack) => kept(pack).some((name) => !stands(dir, name)));
  if (wanted.length > 0) {
    log(
      'Fetching the open fonts of official papers (about 200 MB of packages, usually under two minutes, once).',
    );
    const temporary = await mkdtemp(path.join(tmpdir(), 'duxing-fonts-'));
    try {
      for (const pack of wanted) {
        await fetchPackage(pack, dir, temporary).catch((error) =>
          log(`Fonts of ${pack.name} could not be fetched: ${firstLine(error)}`),
        );
      }
      await convertFang(dir, temporary, log);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  }
  const missing = packages.flatMap(kept).filter((name) => !stands(dir, name));
  if (missing.length > 0) log(`Papers fall back to the machine's own CJK fonts for: ${missing.join(', ')}`);
  return { dir, missing };
}

const firstLine = (error) =>
  String(error.stderr || error.message)
    .trim()
    .split('\n')
    .at(-1);

async function fetchPackage(pack, dir, temporary) {
  const place = await mkdtemp(path.join(temporary, 'package-'));
  await (pack.kind === 'deb' ? unpackDeb(pack.name, place) : unpackNpm(pack.name, place));
  for (const file of pack.files) await keep(path.join(place, file), path.join(dir, path.basename(file)));
  const licence = `${pack.name.replace(/[@/]/g, '-')}-${path.basename(pack.licence)}`;
  await keep(path.join(place, pack.licence), path.join(dir, 'licences', licence));
}

async function unpackDeb(name, place) {
  const download = () => run('apt-get', ['download', '-qq', name], { cwd: place });
  await download().catch(async (error) => {
    // A fresh container has no package lists; only root may fetch them.
    if (process.getuid?.() !== 0) throw error;
    await run('apt-get', ['update', '-qq']);
    await download();
  });
  const [file] = (await readdir(place)).filter((entry) => entry.endsWith('.deb'));
  await run('dpkg-deb', ['-x', file, '.'], { cwd: place });
}

async function unpackNpm(name, place) {
  const { stdout } = await run('npm', ['pack', '--silent', name], { cwd: place });
  await run('tar', ['-xzf', stdout.trim().split('\n').at(-1)], { cwd: place });
}

/** By way of a rename, so that two checkouts that fetch at once never see half a file. */
async function keep(from, to) {
  const half = `${to}.${process.pid}.part`;
  await copyFile(from, half);
  await rename(half, to);
}

const conversion = `
import sys
from fontTools.ttLib import TTFont, newTable
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
font = TTFont(sys.argv[1])
order, shapes, glyphs = font.getGlyphOrder(), font.getGlyphSet(), {}
for name in order:
    pen = TTGlyphPen(shapes)
    shapes[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
    glyphs[name] = pen.glyph()
font['loca'] = newTable('loca')
font['glyf'] = glyf = newTable('glyf')
glyf.glyphOrder, glyf.glyphs = order, glyphs
maxp = font['maxp']
maxp.tableVersion = 0x00010000
for field in ('maxTwilightPoints', 'maxStorage', 'maxFunctionDefs', 'maxInstructionDefs',
              'maxStackElements', 'maxSizeOfInstructions', 'maxComponentElements'):
    setattr(maxp, field, 0)
maxp.maxZones = 1
del font['CFF ']
if 'VORG' in font: del font['VORG']
font['post'].formatType = 3.0
font.sfntVersion = '\\000\\001\\000\\000'
font.save(sys.argv[2])
`;

/** FandolFang.otf has glyph widths that PDF/A forbids; as TrueType it passes. The GPL allows the change. */
async function convertFang(dir, temporary, log) {
  const from = path.join(dir, 'FandolFang-Regular.otf');
  if (!existsSync(from)) return;
  log('Converting FandolFang to TrueType (usually half a minute, once).');
  try {
    const python = path.join(temporary, 'venv', 'bin', 'python');
    await run('python3', ['-m', 'venv', path.join(temporary, 'venv')]);
    await run(python, ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', 'fonttools==4.60.1']);
    const to = path.join(temporary, 'FandolFang-Regular.ttf');
    await run(python, ['-c', conversion, from, to]);
    await keep(to, path.join(dir, 'FandolFang-Regular.ttf'));
    await rm(from, { force: true });
  } catch (error) {
    log(`FandolFang stays OpenType; papers are then not quite PDF/A: ${firstLine(error)}`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { dir } = await ensureFonts({ log: (line) => console.log(line) });
  console.log(`Fonts of official papers: ${dir}`);
}
