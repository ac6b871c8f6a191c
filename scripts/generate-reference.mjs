/**
 * docs/reference and the tables of variables in the two READMEs, out of the code. With --check it writes nothing and
 * ends with 1 when they are not what it would write.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { kindCodes } from '#domain/kinds/index';
import { configurationTable } from './reference/configuration.mjs';
import { deadlinesPage } from './reference/deadlines.mjs';
import { explore } from './reference/explore.mjs';
import { noticesPage } from './reference/notices.mjs';
import { procedurePage } from './reference/procedure.mjs';
import { rolesPage } from './reference/roles.mjs';

const pathOf = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const read = (file) => {
  try {
    return readFileSync(pathOf(file), 'utf8');
  } catch {
    return '';
  }
};

/** What stands between two marks in a page that people write. */
function filled(file, mark, text) {
  const [begin, end] = [`<!-- ${mark}: generated -->`, `<!-- /${mark} -->`];
  const page = read(file);
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} lacks ${begin} … ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}

const explored = kindCodes.map(explore);
const pages = {
  'docs/reference/deadlines.md': deadlinesPage(),
  'docs/reference/roles.md': rolesPage(explored),
  'docs/reference/papers.md': noticesPage(explored),
  ...Object.fromEntries(
    explored.map((found) => [`docs/reference/${found.kind.code}.md`, procedurePage(found)]),
  ),
  'README.md': filled('README.md', 'variables', configurationTable('en')),
  'README.zh-CN.md': filled('README.zh-CN.md', 'variables', configurationTable('zh')),
};

mkdirSync(pathOf('docs/reference'), { recursive: true });
const options = await resolveConfig(pathOf('README.md'));
for (const [file, text] of Object.entries(pages)) {
  const made = await format(text, { ...options, parser: 'markdown' });
  if (read(file) === made) continue;
  if (process.argv.includes('--check')) {
    process.stderr.write(
      `${file} is stale: node --import ./scripts/typescript.mjs scripts/generate-reference.mjs\n`,
    );
    process.exitCode = 1;
  } else writeFileSync(pathOf(file), made);
}
