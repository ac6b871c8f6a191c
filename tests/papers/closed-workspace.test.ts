import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { loadStartConfig } from '#config/config';
import { noticeTypes } from '#domain/notice-types';
import { composeNotice } from '#render/paper';
import { workspace } from '#render/renderer';
import { checkedWording, exampleOf } from '#render/wording';
import { openRenderer, pagesBy, wordsOf } from './setting.ts';

const renderer = openRenderer();
const secret = '不该被读到的一行';
let outside: string;
let asked = 0;
const server = createServer((_request, response) => {
  asked += 1;
  response.end(secret);
});
beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'duxing-outside-'));
  writeFileSync(join(outside, 'secret.txt'), secret);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  await renderer.close();
  server.close();
  rmSync(outside, { recursive: true, force: true });
});

/** As the thread makes it (typst-thread.mjs), with a source that no layout has. */
const compilerOf = () =>
  NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [join(loadStartConfig().cacheDir, 'fonts')] }] });
function refusalOf(source: string): string {
  const compiler = compilerOf();
  const result = compiler.compile({ mainFileContent: source });
  const error = result.takeError();
  return error
    ? compiler
        .fetchDiagnostics(error)
        .map(({ message }) => message)
        .join()
    : 'compiled';
}
const port = () => (server.address() as AddressInfo).port;

test('a layout reads no file outside the layouts and opens no connection, even if it were written to', () => {
  const up = '../'.repeat(12);
  const file = () => join(outside, 'secret.txt');
  const sources = [
    `#read("${file()}")`,
    `#read("${up}${file().slice(1)}")`,
    `#read("/etc/passwd")`,
    `#read("${up}etc/passwd")`,
    `#image("${up}etc/passwd")`,
    `#image("${file()}")`,
    `#json("${up}etc/passwd")`,
    `#include "${up}etc/passwd"`,
    `#import "${up}etc/passwd": a`,
    `#plugin("${file()}")`,
    `#read("http://127.0.0.1:${port()}/x")`,
    `#image("http://127.0.0.1:${port()}/x.png")`,
    '#import "@preview/cetz:0.3.4": canvas',
    '#import "@local/anything:1.0.0": a',
  ];
  expect(refusalOf('只是一行')).toBe('compiled');
  for (const source of sources) expect([source, refusalOf(source)]).not.toEqual([source, 'compiled']);
  expect(asked).toBe(0);
});

test('the layouts read nothing but one another and what they are given', () => {
  const layouts = readdirSync(workspace);
  for (const name of layouts) {
    const source = readFileSync(join(workspace, name), 'utf8');
    const imported = [...source.matchAll(/#?(?:import|include)\s+"([^"]*)"/gu)].map(([, path]) => path);
    expect(imported.filter((path) => !layouts.includes(path ?? ''))).toEqual([]);
    expect(source).not.toMatch(/\b(?:read|image|plugin|yaml|toml|csv|xml|cbor|bibliography|eval)\s*\(/u);
    // JSON only of what came in memory.
    for (const [call] of source.matchAll(/json\([^)]*\)/gu))
      expect(call).toMatch(/^json\(bytes\(sys\.inputs\./u);
  }
});

test('words of a paper run nowhere, whoever wrote them: in its data and in the bureau’s own wording', async () => {
  const attack = `#read("${join(outside, 'secret.txt')}") #image("/etc/passwd") <img src="/etc/passwd">`;
  const content = exampleOf('general-notice');
  const document = composeNotice('general-notice', {
    ...content,
    fields: { ...content.fields, opening: attack },
  });
  const said = (await pagesBy(renderer)(document)).map(wordsOf).join('').replaceAll(/\s/gu, '');
  expect(said).toContain(attack.replaceAll(/\s/gu, ''));
  expect(said).not.toContain(secret);
  for (const source of [
    '<img src="/etc/passwd">',
    '<script>1</script>',
    '{{{title}}}',
    '{{> secret}}',
    '{{lookup this "x"}}',
  ])
    for (const { code } of noticeTypes.slice(0, 3))
      expect([source, checkedWording(code, `<h1>标题</h1><p>${source}</p>`).faults]).not.toEqual([
        source,
        [],
      ]);
  expect(asked).toBe(0);
});
