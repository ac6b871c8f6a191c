import { expect, test } from '@jest/globals';
import { bodyOf, pathOf, pieceOf } from './body.ts';
import { actIdFor } from './draft.ts';
import { cellsOf, placed } from './pasted-cells.ts';
import { fieldsOf } from './schema.ts';

const schema = {
  type: 'object',
  required: ['itemId', 'report', 'rows'],
  properties: {
    itemId: { type: 'string', title: '计划事项', widget: 'select' },
    report: { type: 'string', title: '进展情况', widget: 'textarea', minLength: 1, maxLength: 5000 },
    note: { type: 'string', title: '备注', widget: 'textarea' },
    agreed: { type: 'boolean', const: true, title: '我已阅读', widget: 'checkboxes' },
    files: { type: 'array', title: '佐证材料', widget: 'files', minItems: 0, maxItems: 50 },
    rows: {
      type: 'array',
      title: '基线数据',
      widget: 'rows',
      minItems: 1,
      items: {
        type: 'object',
        required: ['area', 'value', 'due'],
        properties: {
          area: { title: '工作领域', widget: 'select', options: [{ value: 'medical', label: '医疗工作' }] },
          value: { type: 'number', title: '数值', widget: 'number' },
          due: { type: 'string', title: '完成时限', widget: 'day' },
        },
      },
    },
    secret: { type: 'string', widget: 'hidden' },
  },
};
const options = {
  itemId: [
    { value: '11', label: '应急预案' },
    { value: '6', label: '收费系统' },
  ],
};
const fields = fieldsOf(schema, options);
const named = (name: string) => fields.find((field) => field.name === name);

test('a form is read from its schema, with the options that the case offers', () => {
  expect(fields.map((field) => field.name)).toEqual(['itemId', 'report', 'note', 'agreed', 'files', 'rows']);
  expect(named('itemId')?.choices).toHaveLength(2);
  expect(named('report')).toMatchObject({ required: true, most: 5000 });
  expect(named('note')?.required).toBe(false);
  expect(named('agreed')).toMatchObject({ tick: true, mustTick: true });
  expect(named('rows')).toMatchObject({ grows: true, fewest: 1 });
  expect(named('rows')?.parts.map((part) => part.name)).toEqual(['area', 'value', 'due']);
});

test('a group of numbers shows only the parts that the case has', () => {
  const scores = { properties: { scores: { type: 'object', widget: 'rows', properties: { a: {}, b: {} } } } };
  const [field] = fieldsOf(scores, { scores: [{ value: 'b', label: '乙' }] });
  expect(field?.parts.map((part) => part.name)).toEqual(['b']);
});

test('empty answers and empty rows are not sent, files go as their ids', () => {
  const values = {
    itemId: '11',
    report: ' 已完成。 ',
    note: '  ',
    files: [{ id: 'f1', name: '签到表.png', size: 1 }],
    rows: [
      { area: 'medical', value: 0 },
      { area: undefined, value: null },
    ],
  };
  expect(bodyOf(fields, values)).toEqual({
    itemId: '11',
    report: '已完成。',
    files: ['f1'],
    rows: [{ area: 'medical', value: 0 }],
  });
});

test('the todo that was opened says which piece the form is about', () => {
  expect(pieceOf(fields, 'report-item/11.1')).toEqual({ itemId: '11' });
  expect(pieceOf(fields, 'confirm/pilot')).toEqual({});
});

test('an error of the API finds its field in a row', () => {
  expect(pathOf('rows.0.value')).toEqual(['rows', 0, 'value']);
});

test('the same answers are the same act, other answers another', () => {
  const sent = { actId: 'a', body: '{"x":1}' };
  expect(actIdFor(sent, '{"x":1}')).toBe('a');
  expect(actIdFor(sent, '{"x":2}')).not.toBe('a');
});

test('cells of a spreadsheet fill rows from where they are pasted', () => {
  const cells = cellsOf('医疗工作\t1,280\t2026年1月5日\r\n未知\t不详\t2026/12/31\r\n');
  const parts = named('rows')?.parts ?? [];
  expect(placed([{ area: 'x' }], cells ?? [], 1, 0, parts)).toEqual([
    { area: 'x' },
    { area: 'medical', value: 1280, due: '2026-01-05' },
    { area: undefined, value: undefined, due: '2026-12-31' },
  ]);
  expect(cellsOf('一段普通的文字')).toBeUndefined();
});
