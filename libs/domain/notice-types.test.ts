import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { noticeText } from '#render/notice-text';
import { composeNotice, numberedDocument } from '#render/paper';
import { issued } from './issued.ts';
import { noticeTypes } from './notice-types.ts';
import type { NoticeType } from './notice-type.ts';

const all = noticeTypes.map((type): [string, NoticeType] => [type.code, type]);
const sampleOf = ({ sample }: NoticeType) => sample as Record<string, unknown>;

const domain = fileURLToPath(new URL('.', import.meta.url));
const golden = new Map(
  readdirSync(domain, { recursive: true, encoding: 'utf8' }).flatMap((path): [string, string][] => {
    const code = /[\\/]notices[\\/]([a-z0-9-]+)\.golden\.txt$/u.exec(path)?.[1];
    return code ? [[code, domain + path]] : [];
  }),
);

test.each(all)('%s reads as its golden text', (code, type) => {
  const read = type.read(type.sample);
  if ('wrong' in read) throw new Error(read.wrong.join());
  expect(noticeText(composeNotice(code, read.content))).toBe(readFileSync(golden.get(code) ?? code, 'utf8'));
});

test.each(all)('the draft of %s under its number is the paper, word for word', (code, type) => {
  const { number, ...rest } = sampleOf(type);
  const [draft, paper] = [type.read(rest), type.read(type.sample)];
  if ('wrong' in draft || 'wrong' in paper) throw new Error(code);
  const given = number === undefined ? {} : { number: number as string };
  const asPaper = composeNotice(code, paper.content);
  expect(composeNotice(code, issued(draft.content, given))).toEqual(asPaper);
  expect(numberedDocument(composeNotice(code, draft.content), given)).toEqual(asPaper);
});

test('no two papers have one code', () => {
  expect(new Set(noticeTypes.map(({ code }) => code)).size).toBe(noticeTypes.length);
});

test.each(all)(
  'the example of %s is complete, on the layout that its paper is said to have',
  (code, type) => {
    const read = type.read(type.sample);
    if ('wrong' in read) throw new Error(read.wrong.join());
    expect(read.content.frame).toMatchObject({ layout: type.layout, status: 'issued' });
    expect(composeNotice(code, read.content).blocks.length).toBeGreaterThan(1);
  },
);

test.each(all)(
  'without any one of its fields %s is still a paper, or says which is missing',
  (code, type) => {
    let missed = 0;
    for (const field of Object.keys(sampleOf(type))) {
      const { [field]: _, ...rest } = sampleOf(type);
      const read = type.read(rest);
      if ('content' in read) composeNotice(code, read.content);
      else {
        missed += 1;
        expect(read.wrong.join()).toContain(`${field}：`);
      }
    }
    expect(missed).toBeGreaterThan(3);
  },
);

test.each(all)('%s takes nothing that it does not know', (_, type) => {
  expect(type.read({ ...sampleOf(type), sealedBy: '某人' })).toMatchObject({
    wrong: [expect.stringContaining('sealedBy')],
  });
  expect(type.read(null)).toMatchObject({ wrong: [expect.any(String)] });
});
