import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { loadStartConfig } from '#config/config';
import { workCircular } from '#domain/supervision/notices/work-circular';
import { workCircularSample } from '#domain/supervision/notices/late-work.sample';
import { composeNotice } from '#render/paper';
import { createRenderer } from '#render/renderer';
import { sealPassword, sealPfx } from '#tests/harness/certificate';
import { baseline, holds, verified } from '#tests/harness/verified';
import { openSealer } from './sealer.ts';

const renderer = createRenderer({ fontDir: path.join(loadStartConfig().cacheDir, 'fonts') });
const sealer = openSealer({ pfx: sealPfx(), password: sealPassword });
const at = '2026-11-23T01:15:30.000Z';
let plain: Buffer;
let sealed: Buffer;
beforeAll(async () => {
  plain = Buffer.from(
    (await renderer.pdf(composeNotice('work-circular', workCircular(workCircularSample)))).bytes,
  );
  sealed = Buffer.from(await sealer.seal(plain, at));
});
afterAll(() => renderer.close());

test('a sealed paper is signed whole by the certificate, and names that certificate in what is signed', () => {
  const found = verified(sealed);
  expect(found).toMatchObject({ wholeFile: true, digestMatches: true, signatureHolds: true });
  expect(found.namesItsCertificate).toBe(true);
  expect(found.certificate.serialNumber).toBe('4A11');
  // PAdES baseline B-B: these and no time, which stands in the file.
  expect([...found.attributes].sort()).toEqual([...baseline].sort());
  const source = sealed.toString('latin1');
  expect(source).toContain('/SubFilter /ETSI.CAdES.detached');
  expect(source).toContain('/M (D:20261123011530Z)');
});

test('the seal is added to the file: not one byte of the paper changes, and no picture comes to it', () => {
  expect(sealed.subarray(0, plain.length).equals(plain)).toBe(true);
  const added = sealed.subarray(plain.length).toString('latin1');
  expect(added).toContain('/Rect [0 0 0 0]');
  expect(added).not.toMatch(/\/(?:AP|XObject|Image)\b/u);
});

test('one byte changed anywhere is found', () => {
  const { length } = sealed;
  const { gap } = verified(sealed);
  const from = sealed.lastIndexOf('/Contents <') + '/Contents <'.length;
  const inSignature = from + sealed.toString('latin1', from, from + gap - 2).replace(/0+$/u, '').length - 40;
  for (const place of [20, 5_000, plain.length - 30, inSignature, from + gap + 30, length - 20]) {
    const changed = Buffer.from(sealed);
    changed[place] = (changed[place] ?? 0) ^ 1;
    let sound: boolean;
    try {
      sound = holds(changed);
    } catch {
      sound = false;
    }
    expect([place, sound]).toEqual([place, false]);
  }
  expect(holds(Buffer.concat([sealed, Buffer.from('\n% later')]))).toBe(false);
});

test('a sealed paper opens and reads as before', async () => {
  const read = async (bytes: Buffer) =>
    (await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: true })).text;
  expect(await read(sealed)).toBe(await read(plain));
  const page = await (await getDocumentProxy(Uint8Array.from(sealed))).getPage(1);
  const [field] = (await page.getAnnotations()) as { fieldType: string; fieldName: string }[];
  expect(field).toMatchObject({ fieldType: 'Sig', fieldName: 'Seal' });
});

test('the same paper sealed at the same time has the same bytes', async () => {
  expect(Buffer.from(await sealer.seal(plain, at)).equals(sealed)).toBe(true);
});

test('the record says by which certificate', () => {
  expect(sealer.by).toBe('北京市医院管理局电子印章，颁发者北京市医院管理局电子印章，序列号4A11');
});

test('a certificate file with the old encryption opens too', async () => {
  const old = openSealer({ pfx: sealPfx({ algorithm: '3des' }), password: sealPassword });
  expect(holds(Buffer.from(await old.seal(plain, at)))).toBe(true);
});

test('a wrong password and another file are told in words, without the password', () => {
  const open = (pfx: Buffer, password: string) => () => openSealer({ pfx, password });
  expect(open(sealPfx(), 'geheim')).toThrow('证书文件打不开：口令不对');
  expect(open(Buffer.from('no such thing'), 'geheim')).toThrow('不是PFX');
  expect(open(sealPfx(), 'geheim')).not.toThrow(/geheim/u);
});

test('nothing is sealed with a certificate that has ended or not begun', async () => {
  const seal = (from: string, to: string) =>
    openSealer({ pfx: sealPfx({ from, to }), password: sealPassword }).seal(plain, at);
  await expect(seal('2025-01-01', '2026-11-22')).rejects.toThrow('不在有效期内');
  await expect(seal('2026-11-24', '2028-01-01')).rejects.toThrow('不在有效期内');
});

test('a file that is sealed already, or is no paper of ours, is not sealed', async () => {
  await expect(sealer.seal(sealed, at)).rejects.toThrow('cannot be signed');
  await expect(sealer.seal(Buffer.from('%PDF-1.7 %%EOF'), at)).rejects.toThrow('cannot be signed');
});
