import { afterAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '#config/config';
import { urgeLetterSample } from '#domain/supervision/notices/late-work.sample';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'duxing-notice-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => join(folder, name);

/** The command as an operator calls it, where neither database nor servers are. */
function notice(...args: string[]) {
  const nowhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', DATA_DIR: '/nowhere' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/duxing.mjs', 'notice', ...args], {
    cwd: root,
    env: childEnvironment({ ...nowhere, NODE_OPTIONS: '' }),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const given = (name: string, data: unknown) => {
  writeFileSync(file(name), typeof data === 'string' ? data : JSON.stringify(data));
  return file(name);
};

test('every paper is listed with its code, its name and its layout', () => {
  const { status, stdout } = notice('list', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toContainEqual({ code: 'urge-letter', name: '催办函', layout: 'letter' });
});

test('a paper comes out as the form that the ending of its file names, the same bytes each time', () => {
  const told = notice('render', 'urge-letter', '--sample', '--out', file('a.pdf'), '--json');
  expect(JSON.parse(told.stdout)).toMatchObject({ ok: true, code: 'urge-letter', pages: 2 });
  expect(
    notice('render', 'urge-letter', '--data', given('a.json', urgeLetterSample), '--out', file('b.pdf'))
      .status,
  ).toBe(0);
  const [one, other] = [readFileSync(file('a.pdf')), readFileSync(file('b.pdf'))];
  expect(one.subarray(0, 5).toString()).toBe('%PDF-');
  expect(one.equals(other)).toBe(true);
  expect(notice('render', 'urge-letter', '--sample', '--out', file('a.svg')).status).toBe(0);
  expect(readFileSync(file('a.svg'), 'utf8').match(/class="typst-doc"/gu)).toHaveLength(2);
  expect(notice('render', 'urge-letter', '--sample', '--out', file('a.docx')).status).toBe(0);
  expect(readFileSync(file('a.docx')).subarray(0, 2).toString()).toBe('PK');
});

const rare = { ...urgeLetterSample, contact: '某处 \u{10FFFD}' };

test.each([
  ['没有代码为“nope”的文书', ['nope', '--sample', '--out', 'x.pdf']],
  ['以 .pdf、.svg 或者 .docx 结尾', ['urge-letter', '--sample', '--out', 'x.doc']],
  ['以 .pdf、.svg 或者 .docx 结尾', ['urge-letter', '--sample']],
  ['选用一个', ['urge-letter', '--out', 'x.pdf']],
  ['选用一个', ['urge-letter', '--sample', '--data', given('c.json', {}), '--out', 'x.pdf']],
  ['读不到文件', ['urge-letter', '--data', file('none.json'), '--out', 'x.pdf']],
  ['不是有效的 JSON 文件', ['urge-letter', '--data', given('d.json', '{'), '--out', 'x.pdf']],
  ['unit：缺少承办单位', ['urge-letter', '--data', given('e.json', { issuer: '某局' }), '--out', 'x.pdf']],
  ['字库中缺少下列字', ['urge-letter', '--data', given('f.json', rare), '--out', file('g.pdf')]],
  ['不能写入', ['urge-letter', '--sample', '--out', join(folder, 'none', 'x.pdf')]],
])('what cannot become a paper is refused with a sentence: %s', (said, args) => {
  const { status, stdout, stderr } = notice('render', ...args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(said);
});
