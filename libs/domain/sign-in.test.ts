import { expect, test } from '@jest/globals';
import { passwordFault } from './sign-in.ts';

test('a password has at least eight characters, counted as people count them', () => {
  expect(passwordFault('1234567', 'wang')).toMatch('至少 8 个字符');
  expect(passwordFault('督行督行督查办案', 'wang')).toBeUndefined();
});

test('a password is not one character repeated and does not contain the login', () => {
  expect(passwordFault('aaaaaaaaaa', 'wang')).toMatch('过于简单');
  expect(passwordFault('my-Wang-2026', 'wang')).toMatch('登录名');
  expect(passwordFault('duxing-2026', 'wang')).toBeUndefined();
});
