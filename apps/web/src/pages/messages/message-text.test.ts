import { expect, test } from '@jest/globals';
import { messageLabels } from '../../api/labels.ts';
import { messageSort, messageText } from './message-text.ts';

const params = {
  caseTitle: '友谊医院与宣武医院结对',
  stepLabel: '确认结对',
  rung: 'after-3',
  text: '某院',
  name: '短信',
  from: '2026-11-20',
  to: '2026-11-24',
  by: '王敏',
  year: 2027,
  table: '办理期限',
  reason: '漏了元旦，请改后再报。',
};

test.each(Object.keys(messageLabels))(
  'a message %s has a sentence that ends, and a word for its sort',
  (code) => {
    expect(messageText(code, params)).toMatch(/^[^{}]+。$/);
    expect(messageText(code, params)).not.toMatch(/undefined|系统消息/);
    expect(messageSort(code)).not.toBe('消息');
  },
);

test('a message of a newer server is shown rather than lost', () => {
  expect(messageText('brand-new', {})).toBe('系统消息（brand-new）');
});
