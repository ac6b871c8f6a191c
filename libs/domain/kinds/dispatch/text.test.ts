import { expect, test } from '@jest/globals';
import { noticeText } from '#render/notice-text';
import { composeNotice } from '#render/paper';
import { drafted } from './forms.ts';
import { noticeTypeOf } from '../../notice-types.ts';
import { outsideOf, paperOf, receiversOf, textForm, unfinishedForm, unfinishedPaper } from './text.ts';

const [youyi, tongren] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'];
const known = {
  issuer: '市医院管理局',
  date: '2026-11-23',
  signers: ['郑怀远'],
  checkedBy: '方正平',
  nameOf: (id: string) => (id === youyi ? '友谊医院' : '同仁医院'),
};
const notice = {
  title: '做好值守工作',
  opening: '现将有关事项通知如下：',
  sections: [{ heading: '安排', text: '在岗值守。' }],
  contact: '改革处',
  to: [youyi],
  copyTo: [youyi, tongren],
  outside: ['市卫生健康委'],
};
const textOf = (code: string, form: object) =>
  noticeText(composeNotice(code, unfinishedPaper(noticeTypeOf(code), form as never, known)));

test.each(drafted.map(({ code }) => code))(
  'an empty draft of %s is shown with its gaps, and is not accepted',
  (code) => {
    const type = noticeTypeOf(code);
    expect(textOf(code, {})).toContain('〔');
    expect(unfinishedForm(type).safeParse({}).success).toBe(true);
    expect(paperOf(type, {}, known)).toMatchObject({
      wrong: expect.arrayContaining([expect.stringContaining('缺少事由')]),
    });
  },
);

test('who receives it and what is written as addressee follow from the receivers unless written by hand', () => {
  expect(textOf('general-notice', notice)).toContain('友谊医院、市卫生健康委：');
  expect(textOf('general-notice', { ...notice, addressed: ['各有关医院'] })).toContain('各有关医院：');
  expect(receiversOf(notice)).toEqual([youyi, tongren]);
  expect(outsideOf({ ...notice, copied: ['市医疗保障局'] })).toEqual(['市卫生健康委', '市医疗保障局']);
  expect(outsideOf({ addressee: '市卫生健康委' })).toEqual(['市卫生健康委']);
});

test('the drafter is not asked for what the system fills in', () => {
  for (const type of drafted) {
    const asked = Object.keys(textForm(type).shape);
    for (const name of ['number', 'issuer', 'printedBy', 'date', 'signers', 'checkedBy', 'replaces'])
      expect(asked).not.toContain(name);
  }
});

test('blank texts and rows count as missing; what the paper does not know is refused', () => {
  const type = noticeTypeOf('general-notice');
  const wrong = paperOf(type, { ...notice, title: '  ', sections: [{ heading: '', text: ' ' }] }, known);
  expect(wrong).toEqual({ wrong: ['缺少事由。', '缺少正文。'] });
  expect(paperOf(type, notice, known)).toHaveProperty('content');
  expect(unfinishedForm(type).safeParse({ ...notice, number: '1号' }).success).toBe(false);
  expect(unfinishedForm(type).safeParse({ sections: [{ heading: 5 }] }).success).toBe(false);
});

test('the paper says which earlier one it replaces', () => {
  const replaces = '本通知替代《…》（京医管发〔2026〕3号）。';
  const read = paperOf(noticeTypeOf('general-notice'), notice, {
    ...known,
    number: '京医管发〔2026〕4号',
    replaces,
  });
  if ('wrong' in read) throw new Error(read.wrong.join());
  expect(noticeText(composeNotice('general-notice', read.content))).toContain(replaces);
});

test('a notice that hands out a document needs no sections of its own, but both its title and its text', () => {
  const type = noticeTypeOf('general-notice');
  const handed = {
    ...notice,
    sections: [],
    documentTitle: '西城区实施方案',
    documentText: '一、改革范围\n适用本方案。',
  };
  expect(paperOf(type, handed, known)).toMatchObject({
    content: { attached: [{ sort: 'document', title: '西城区实施方案' }], fields: { ends: false } },
  });
  const { documentText: _, ...untold } = handed;
  expect(paperOf(type, untold, known)).toEqual({ wrong: ['印发、转发文件的，标题和正文都要填写。'] });
  expect(unfinishedPaper(type, untold, known)).toBeDefined();
});

test('each annex with a text follows the paper under its number; one that is a file stands in the list only', () => {
  const type = noticeTypeOf('general-notice');
  const annexes = [{ title: '名单' }, { title: '值守安排', text: '一、时间\n零时。' }];
  expect(paperOf(type, { ...notice, annexes }, known)).toMatchObject({
    content: {
      frame: { annexes: ['名单', '值守安排'] },
      attached: [{ sort: 'annex', number: 2, title: '值守安排' }],
    },
  });
});
