import { beforeEach, expect, test } from '@jest/globals';
import { isRefusal } from '../permission.ts';
import type { Day } from '../day.ts';
import {
  answered,
  book,
  brought,
  heard,
  issuedPaper,
  one,
  outsider,
  play,
  ready,
  say,
  servers,
  two,
  type Act,
} from './service.sample.ts';
import { rowAfter } from './chain.ts';
import { servedAll, servedOn } from './state.ts';

beforeEach(() => void heard.splice(0));
const sent = () => play([ready], issuedPaper());
const rung = (state: ReturnType<typeof sent>['state'], day: Day) =>
  play([[day, 'system', 'clock', {}, '00:00']], state).state;
const keys = (state: ReturnType<typeof sent>['state']) =>
  Object.keys(state.todos)
    .filter((key) => key.includes('/1.'))
    .map((key) => key.replace(one, 'one').replace(two, 'two'))
    .sort();
const receipts = (effects: ReturnType<typeof sent>['effects']) =>
  effects.flatMap((effect) => (effect.type === 'issueNotice' ? [effect] : []));

test('nothing is owed, signed or recorded before the bytes of the paper exist', () => {
  const state = issuedPaper();
  expect(keys(state)).toEqual([]);
  for (const act of [answered('2026-03-02', 'liaison', 'confirm'), brought('2026-03-02', 'handed')])
    expect(say(state, act)).toMatchObject({ refused: 'office' });
});

test('once they exist each recipient with an account signs, and the bureau has seven working days for each', () => {
  const { state } = sent();
  expect(keys(state)).toEqual([
    ...['serve/1.company-7', 'serve/1.one', 'serve/1.two'],
    ...['sign-for-paper/1.one', 'sign-for-paper/1.two'],
  ]);
  expect(state.todos[`serve/1.${one}`]?.deadline).toMatchObject({ due: '2026-03-11', mark: 'law' });
  expect(state.services?.['1']?.to[outsider]?.next).toBe('direct');
  expect(say(state, ready)).toMatchObject({ refused: 'sent' });
});

test('a signature in the system is service on that day, with a receipt, and starts what the kind says', () => {
  const { state, effects } = play([ready, answered('2026-03-04', 'liaison', 'confirm')], issuedPaper());
  expect(servedOn(state, 1, one)).toBe('2026-03-04');
  expect(receipts(effects)).toEqual([
    {
      ...{ type: 'issueNotice', code: 'service-receipt', to: [] },
      params: { piece: `1.${one}`, way: 'electronic', on: '2026-03-04' },
    },
  ]);
  expect(heard).toEqual([
    { service: 1, recipient: one, code: 'interview-notice', way: 'electronic', on: '2026-03-04' },
  ]);
});

test.each<[way: string, proven: Day, acts: Act[]]>([
  ['direct', '2026-03-05', [brought('2026-03-05', 'handed')]],
  ['left', '2026-03-05', [answered('2026-03-03', 'principal', 'refuse'), brought('2026-03-05', 'left')]],
  [
    'post',
    '2026-03-12',
    [
      brought('2026-03-05', 'absent'),
      brought('2026-03-06', 'posted'),
      brought('2026-03-12', 'post-received'),
    ],
  ],
  ...(['entrusted', 'transferred'] as const).map((way): [string, Day, Act[]] => [
    way,
    '2026-03-12',
    [brought('2026-03-05', way), brought('2026-03-13', `${way}-received`, one, { on: '2026-03-12' })],
  ]),
  [
    'public',
    '2026-04-22',
    [
      ...[brought('2026-03-05', 'absent'), brought('2026-03-06', 'posted')],
      ...[brought('2026-03-20', 'post-returned'), brought('2026-03-23', 'published')],
      ['2026-04-23', 'system', 'clock', {}, '00:00'],
    ],
  ],
])('%s service proves on the day that the law says, on this recipient alone', (way, proven, acts) => {
  const before = sent().state;
  const { state } = play(acts, before);
  expect([servedOn(state, 1, one), state.services?.['1']?.to[one]?.proven?.way]).toEqual([proven, way]);
  expect(keys(state).filter((key) => key.endsWith('one'))).toEqual([]);
  expect(heard).toEqual([expect.objectContaining({ recipient: one, on: proven, way })]);
  const untouched = way === 'public' ? rung(before, '2026-04-23') : before;
  expect(state.services?.['1']?.to[two]).toEqual(untouched.services?.['1']?.to[two]);
  expect(servedAll(state, 1)).toBe(false);
});

test('a party without an account is served by what two of the bureau bring back', () => {
  const acts = [ready, brought('2026-03-05', 'handed', outsider)];
  const { state, effects } = play(acts, issuedPaper());
  expect(servedOn(state, 1, outsider)).toBe('2026-03-05');
  const orgs = effects.flatMap((effect) =>
    effect.type === 'message' && 'orgId' in effect.to ? [effect.to.orgId] : [],
  );
  expect(orgs).not.toContain(outsider);
});

test('a paper not signed for in two working days calls for direct service, and proves nothing', () => {
  const state = sent().state;
  const before = play([['2026-03-04', 'system', 'clock', {}, '17:00']], state).state;
  expect(before.services?.['1']?.to[one]?.tried).toEqual([]);
  const after = play([['2026-03-05', 'system', 'clock', {}, '09:00']], before);
  expect(after.state.services?.['1']?.to[one]).toMatchObject({
    next: 'direct',
    tried: [{ what: 'unanswered', on: '2026-03-05' }],
  });
  expect(servedOn(after.state, 1, one)).toBeUndefined();
  expect(after.effects).toContainEqual(
    expect.objectContaining({
      type: 'message',
      code: 'service-next',
      to: { bureau: true, role: 'inspector' },
    }),
  );
});

test.each<[result: string, next: string]>([
  ['refused', 'left'],
  ['absent', 'post'],
])('after %s the next way is %s', (result, next) => {
  const { state } = play([ready, brought('2026-03-03', result)], issuedPaper());
  expect(state.services?.['1']?.to[one]?.next).toBe(next);
});

test('what is posted or published waits in a row of its own, and the post that comes back has seven days anew', () => {
  const posted = play([ready, brought('2026-03-03', 'posted')], issuedPaper()).state;
  expect(keys(posted)).toContain('follow-post/1.one');
  expect(keys(posted)).not.toContain('serve/1.one');
  const back = play([brought('2026-03-16', 'post-returned')], posted).state;
  expect(back.todos[`serve/1.${one}`]?.deadline?.due).toBe('2026-03-25');
  const published = play([brought('2026-03-17', 'published')], back).state;
  expect(published.todos[`public-notice/1.${one}`]?.deadline).toMatchObject({
    ...{ due: '2026-04-16', mark: 'law', unit: 'CD' },
  });
});

test.each<[why: string, act: Act]>([
  ['before the other ways failed', brought('2026-03-03', 'published')],
  ['post that was not posted', brought('2026-03-03', 'post-received')],
  ['what nobody was entrusted with', brought('2026-03-03', 'entrusted-received')],
  ['a day to come', brought('2026-03-03', 'handed', one, { on: '2026-03-04' })],
  ['a day before it was sent', brought('2026-03-03', 'handed', one, { on: '2026-03-01' })],
  ['one server', brought('2026-03-03', 'handed', one, { servers: [servers[0], servers[0]] })],
  [
    'a server who is none of the bureau',
    brought('2026-03-03', 'handed', one, { servers: [servers[0], '018f0000-0000-7000-8000-000000000306'] }),
  ],
])('refused: %s', (_, act) => {
  const { state } = sent();
  const refused = say(state, act);
  expect(isRefusal(refused)).toBe(true);
});

test('what another office is entrusted with waits in a row of its own, and what comes back unserved goes by post', () => {
  const entrusted = play([ready, brought('2026-03-03', 'entrusted')], issuedPaper()).state;
  expect(keys(entrusted)).toContain('follow-entrusted/1.one');
  expect(entrusted.todos[`follow-entrusted/1.${one}`]?.deadline?.due).toBe('2026-03-24');
  for (const act of [brought('2026-03-04', 'posted'), brought('2026-03-04', 'transferred-received')])
    expect(isRefusal(say(entrusted, act))).toBe(true);
  const back = play([brought('2026-03-16', 'entrusted-returned')], entrusted).state;
  expect(back.services?.['1']?.to[one]?.next).toBe('post');
  expect(back.todos[`serve/1.${one}`]?.deadline?.due).toBe('2026-03-25');
});

test('which way follows another is a dated row that the bureau may append', () => {
  const after = rowAfter('absent', '2026-03-03');
  const { chain = [] } = book;
  const own = chain.map((row) => (row.after === 'absent' ? { ...row, next: 'entrusted' as const } : row));
  const act = brought('2026-03-03', 'absent');
  const { state } = play([ready], issuedPaper());
  const made = say(state, act, { ...book, chain: own });
  if (isRefusal(made)) throw new Error(made.reason);
  expect([after?.next, made.state.services?.['1']?.to[one]?.next]).toEqual(['post', 'entrusted']);
});
