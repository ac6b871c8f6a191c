import { expect, test } from '@jest/globals';
import { safeName } from './safe-name.ts';

test.each([
  ['关于<值守>的通知: 第1/2次?', '关于_值守_的通知_ 第1_2次_'],
  ['..\\..\\etc\\passwd', '.._.._etc_passwd'],
  ['con', '_con'],
  ['LPT1.txt', '_LPT1.txt'],
  ['结尾有点... ', '结尾有点'],
  ['\u202egpj.exe', '_gpj.exe'],
  ['', '未命名'],
])('%j is written so that Windows takes it', (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

test('a long name is cut, its extension never', () => {
  expect(safeName('长'.repeat(300), '.pdf')).toBe(`${'长'.repeat(100)}.pdf`);
});
