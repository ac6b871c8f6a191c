import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { newKey, sendOnce } from './sent-once.ts';

const realFetch = globalThis.fetch;
let keys: (string | null)[];
let answers: (number | 'gone')[];

beforeEach(() => {
  keys = [];
  answers = [];
  globalThis.fetch = (request) => {
    keys.push((request as Request).headers.get('idempotency-key'));
    const answer = answers.shift() ?? 201;
    return answer === 'gone'
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(new Response(null, { status: answer }));
  };
});
afterEach(() => {
  globalThis.fetch = realFetch;
});

const post = (body: string, to = 'orgs') =>
  sendOnce(new Request(`http://duxing.test/api/${to}`, { method: 'POST', body })).catch(() => undefined);

test('what got no answer is sent again under the same key, and what was answered is not', async () => {
  answers = ['gone', 503, 201, 201];
  for (let turn = 0; turn < 4; turn++) await post('{"name":"一"}');
  expect(new Set(keys.slice(0, 3)).size).toBe(1);
  expect(keys[3]).not.toBe(keys[2]);
});

test('two presses at once go under one key', async () => {
  await Promise.all([post('{"name":"二"}'), post('{"name":"二"}')]);
  expect(keys[0]).toBe(keys[1]);
});

test('another form or another address has a key of its own', async () => {
  answers = ['gone', 'gone', 'gone'];
  await post('{"name":"三"}');
  await post('{"name":"四"}');
  await post('{"name":"三"}', 'people');
  expect(new Set(keys).size).toBe(3);
});

test('what is refused was answered: corrected or not, it is sent anew', async () => {
  answers = [422, 201];
  await post('{}');
  await post('{}');
  expect(keys[0]).not.toBe(keys[1]);
});

test('a key is a UUID on pages without https too', () => {
  expect(z.uuidv4().safeParse(newKey()).success).toBe(true);
});
