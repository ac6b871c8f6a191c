import { expect, test } from '@jest/globals';
import { answersOf, fileIdsOf } from './answers.ts';
import { formSchema } from './form-schema.ts';

test('answers stand under the titles of their form, codes as their labels', () => {
  const schema = formSchema('pairing', 'report-item');
  const form = { itemId: '1', status: 'done', report: '已演练', files: [] };
  expect(answersOf(schema, form, { itemId: (id) => `第${id}项：应急预案与演练` })).toEqual([
    { label: '计划事项', value: '第1项：应急预案与演练' },
    { label: '进展', value: '已完成' },
    { label: '进展情况', value: '已演练' },
  ]);
});

test('scores are read by the names of their areas, chosen areas in one line', () => {
  const scores = { medical: 90, it: 80 };
  const [, given] = answersOf(formSchema('on-site-check', 'hand-in'), { summary: '良好', scores }, {});
  expect(given?.value).toBe('医疗工作：90，信息化：80');
  const [areas] = answersOf(formSchema('campaign', 'open'), { areas: ['medical', 'it'] }, {});
  expect(areas).toEqual({ label: '工作领域', value: '医疗工作、信息化' });
});

test('files are listed beside the answers, not among them', () => {
  const schema = formSchema('pairing', 'object');
  const form = { reason: '距离太远', files: ['a', 'b'] };
  expect(answersOf(schema, form, {}).map(({ label }) => label)).toEqual(['不同意的理由']);
  expect(fileIdsOf(schema, form)).toEqual(['a', 'b']);
});

test('what an old form holds beside the fields of today is left out', () => {
  expect(answersOf(formSchema('pairing', 'confirm'), { gone: 'x', note: '好' }, {})).toEqual([
    { label: '备注', value: '好' },
  ]);
});

test('the cells of a row stand in the order of the form, what it derives is left out', () => {
  const items = [{ due: '2026-12-28', code: 'medical.order', item: '门诊秩序', area: 'medical' }];
  const [given] = answersOf(formSchema('pairing', 'submit-plan'), { items }, {});
  expect(given?.value).toBe('工作领域：医疗工作，工作事项：门诊秩序，完成时限：2026-12-28');
});
