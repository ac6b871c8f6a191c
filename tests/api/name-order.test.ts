import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OrgView } from '#contracts/org';
import type { Page } from '#contracts/page';
import type { PersonView } from '#contracts/person';
import { Org } from '#db/entities/org';
import { Person } from '#db/entities/person';
import { newId } from '#db/id';
import { runningApi } from './running-api.ts';
import type { Browser, RunningApi } from './running-api.ts';

/** By pinyin: ān, bāo, chén, chén, lǐ, wáng, zhāng; by code point they would stand otherwise. */
const byPinyin = ['安宁', '包青', '陈晨', '陈晨', '李丽', '王维', '张三'].map((name) => `${name}（序）`);
let api: RunningApi;
let admin: Browser;
beforeAll(async () => {
  api = await runningApi();
  admin = await api.as('sysadmin1');
  const em = api.orm.em.fork();
  const createdAt = api.clock.now();
  const shuffled = [...byPinyin].sort();
  expect(shuffled).not.toEqual(byPinyin);
  for (const name of shuffled) await em.insert(Person, { id: newId(), name, createdAt });
  for (const name of new Set(shuffled))
    await em.insert(Org, { id: newId(), kind: 'department', name, createdAt, sort: 900_000 });
});
afterAll(() => api.stop());

async function paged<T extends { name: string; id: string }>(address: string): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | null = ''; after !== null;) {
    const rest: string = after && `&after=${encodeURIComponent(after)}`;
    const { body }: { body: Page<T> } = await admin.get<Page<T>>(`${address}&limit=2${rest}`);
    items.push(...body.items);
    after = body.next;
  }
  return items.filter(({ name }) => name.endsWith('（序）'));
}

test('people go by pinyin, and pages of them lose and repeat nobody, namesakes included', async () => {
  const all = await paged<PersonView>('/api/people?withDisabled=true');
  expect(all.map(({ name }) => name)).toEqual(byPinyin);
  expect(new Set(all.map(({ id }) => id)).size).toBe(byPinyin.length);
});

test('organisations go by their given order, and within it by pinyin', async () => {
  const all = await paged<OrgView>('/api/orgs?kind=department');
  expect(all.map(({ name }) => name)).toEqual([...new Set(byPinyin)]);
});

test('a person renamed stands where the new name belongs', async () => {
  const em = api.orm.em.fork();
  await em.nativeUpdate(Person, { name: '张三（序）' }, { name: '阿三（序）' });
  expect((await paged<PersonView>('/api/people?q=三')).map(({ name }) => name)).toEqual(['阿三（序）']);
  expect((await paged<PersonView>('/api/people?'))[0]?.name).toBe('阿三（序）');
});
