import { expect, test } from '@jest/globals';
import { composeMail, type MailContent, type MailLine } from './mail.ts';

const line = (more: Partial<MailLine> = {}): MailLine => ({
  caseId: 'c1',
  title: '友谊医院与宣武医院结对',
  step: '确认结对',
  due: '2026-11-20',
  standing: '已逾期2个工作日',
  ...more,
});
const digest = (more: Partial<Extract<MailContent, { sort: 'digest' }>> = {}): MailContent => ({
  sort: 'digest',
  day: '2026-11-24',
  name: '王敏',
  parts: [{ title: '已逾期', lines: [line()], more: 2 }],
  unread: 3,
  ...more,
});

test('the digest says the day, what is late and by how much, and where to go', () => {
  const { subject, text, html } = composeMail(digest(), 'https://duxing.example/');
  expect(subject).toBe('【督行】11月24日（周二）：已逾期3件，未读消息3条');
  expect(text).toContain('友谊医院与宣武医院结对：确认结对　2026年11月20日（周五）到期，已逾期2个工作日');
  expect(text).toContain('https://duxing.example/cases/c1');
  expect(text).toContain('另有2件，请登录查看。');
  expect(html).toContain('href="https://duxing.example/cases/c1"');
});

test('one urgent matter names itself in the subject, several are counted', () => {
  const urgent = (lines: MailLine[], more = 0): MailContent => ({
    sort: 'urgent',
    name: '王敏',
    parts: [{ title: '督办升级', lines, more }],
  });
  expect(composeMail(urgent([line()]), 'http://h').subject).toBe(
    '【督行】督办升级：友谊医院与宣武医院结对（确认结对）',
  );
  expect(composeMail(urgent([line(), line()], 1), 'http://h').subject).toBe('【督行】有3件紧急事项');
});

test('a title can become neither a header nor markup', () => {
  const { subject, html } = composeMail(
    {
      sort: 'urgent',
      name: '<b>',
      parts: [{ title: '催办', lines: [line({ title: 'A\r\nBcc: x@y <script>' })], more: 0 }],
    },
    'http://h',
  );
  expect(subject).not.toMatch(/[\r\n]/);
  expect(html).not.toMatch(/<script>|<b>/);
});

test('the mail with a code says how long it holds, where it is entered, and what to do if it is not yours', () => {
  const { subject, text } = composeMail(
    { sort: 'confirm', name: '王敏', code: '012345' },
    'https://duxing.example/',
  );
  expect(subject).toBe('【督行】邮箱验证码');
  expect(text).toContain('验证码是 012345，24小时内有效');
  expect(text).toContain('https://duxing.example/settings');
  expect(text).toContain('不必理会');
});
