import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import type { Role } from '#domain/role';
import { untilAtLast } from '#tests/harness/poll';
import { playPair } from '../cases/sample-pair.ts';
import { runningApi, type RunningApi } from '../running-api.ts';
import { openStream, type Stream } from './stream.ts';

let api: RunningApi;
let address: string;
const open: Stream[] = [];

beforeAll(async () => {
  api = await runningApi();
  await api.app.listen(0, '127.0.0.1');
  address = await api.app.getUrl();
});
afterEach(() => open.splice(0).forEach((stream) => stream.close()));
afterAll(() => api.stop());

async function as(login: string): Promise<Stream> {
  const stream = await openStream(address, (await api.as(login)).cookie);
  open.push(stream);
  return stream;
}

/** A message to an office, as commits write it. */
async function tell(role: Role, org: string | null): Promise<void> {
  const id = newId();
  await api.orm.em
    .fork()
    .execute(
      `insert into message (id, key, at, org_id, role, code, params) values (?, ?, ?, ?, ?, 'todo-opened', '{}')`,
      [id, id, api.clock.now(), org && demoId('org', org), role],
    );
}
const unread = ({ changes }: Stream) => changes.findLast((change) => change.unread !== undefined)?.unread;

test('who has a new message is told the new count at once, whoever has none is told nothing', async () => {
  const [youyi, chaoyang] = [await as('youyi.liaison'), await as('chaoyang.liaison')];
  await tell('liaison', 'youyi');
  await youyi.until('the count', (stream) => unread(stream) === 1);
  await tell('inspector', null);
  const inspector = await as('inspector1');
  expect(unread(inspector)).toBe(1);
  expect(unread(chaoyang)).toBe(0);
});

test('a case that changes is named to those who may read it: hospital A never hears of B’s', async () => {
  const [xuanwu, chaoyang, inspector] = [
    await as('xuanwu.liaison'),
    await as('chaoyang.liaison'),
    await as('inspector1'),
  ];
  const theirs = await playPair(api.orm, 'youyi', 'xuanwu');
  const others = await playPair(api.orm, 'youyi', 'chaoyang');
  await xuanwu.until('its case', (stream) => stream.cases().includes(theirs));
  await chaoyang.until('its case', (stream) => stream.cases().includes(others));
  await inspector.until(
    'both',
    (stream) => stream.cases().includes(theirs) && stream.cases().includes(others),
  );
  expect(xuanwu.cases()).not.toContain(others);
  expect(chaoyang.cases()).not.toContain(theirs);
});

test('a message read in one place counts as read in every other', async () => {
  await tell('liaison', 'chaoyang');
  const browser = await api.as('chaoyang.liaison');
  const elsewhere = await as('chaoyang.liaison');
  const before = unread(elsewhere) ?? 0;
  const { body } = await browser.get<{ items: { at: string }[] }>('/api/messages?unread=true');
  expect(body.items).toHaveLength(before);
  await browser.send('POST', '/api/messages/read', { until: body.items[0]?.at });
  await elsewhere.until('nothing unread', (stream) => unread(stream) === 0);
  expect((await browser.get<{ items: unknown[] }>('/api/messages?unread=true')).body.items).toEqual([]);
});

test('the stream ends with the session', async () => {
  const browser = await api.as('youyi.liaison');
  const stream = await openStream(address, browser.cookie);
  await stream.until('the connection listens', () => true);
  await untilListening();
  await browser.send('DELETE', '/api/session');
  await stream.until('the end', ({ ended }) => ended);
});

test('who loses his post hears no more of its cases', async () => {
  const stream = await as('anzhen.liaison');
  const first = await playPair(api.orm, 'youyi', 'anzhen');
  await stream.until('the case', (one) => one.cases().includes(first));
  await api.orm.em
    .fork()
    .execute(`update post set until_day = from_day where person_id = ? and role = 'liaison'`, [
      demoId('person', 'anzhen.liaison'),
    ]);
  await stream.until('the count anew', ({ changes }) => changes.at(-1)?.unread === 0);
  const second = await playPair(api.orm, 'youyi', 'anzhen');
  const inspector = await as('inspector1');
  await tell('inspector', null);
  await inspector.until('a later round', (one) => one.changes.length > 1);
  expect(stream.cases()).not.toContain(second);
});

/** The listening connection, by what it last asked. */
const listening = () =>
  api.orm.em
    .fork()
    .execute<{ pid: number }[]>(
      `select pid from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
    );
const untilListening = () => untilAtLast('the connection', async () => (await listening())[0], 15_000);

test('a listening connection that breaks comes back, and pages are told to read everything', async () => {
  const stream = await as('inspector1');
  const { pid } = await untilListening();
  await api.orm.em.fork().execute('select pg_terminate_backend(?)', [pid]);
  await stream.until('read everything', ({ changes }) => changes.some(({ all }) => all));
  const before = stream.changes.length;
  await tell('inspector', null);
  await stream.until('what came after', ({ changes }) => changes.length > before);
  expect(await listening()).toHaveLength(1);
});
