import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { noticeText } from '#render/notice-text';
import { composeNotice } from '#render/paper';
import { responsibilityLetter } from './responsibility-letter.ts';
import { responsibilityLetterSample as sample } from './responsibility-letter.sample.ts';

const compose = (data = sample) => composeNotice('responsibility-letter', responsibilityLetter(data));

test('the letter of responsibility reads as its golden text', () => {
  expect(noticeText(compose())).toBe(
    readFileSync(new URL('./responsibility-letter.golden.txt', import.meta.url), 'utf8'),
  );
});

test('the letter is a draft until both principals have signed', () => {
  const { signedBy, signedOn, ...unsigned } = sample.assisted;
  expect([signedBy, signedOn]).toEqual(['王䶮', '2017-04-19']);
  const { frame, blocks } = compose({ ...sample, assisted: unsigned });
  expect(frame.status).toBe('draft');
  expect(compose().frame.status).toBe('issued');
  const place = blocks.find((block) => block.type === 'signatures')?.places[1];
  expect(place).toEqual({
    label: '帮带医院',
    organisation: '首都医科大学宣武医院',
    name: undefined,
    on: undefined,
  });
});
