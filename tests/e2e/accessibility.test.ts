import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CasePage } from '#contracts/case';
import { demoPassword } from '#db/seed/demo-logins';
import { signIn } from '#tests/harness/browser';
import { annexText } from '#domain/kinds/campaign/pairs/annex.sample';
import { systemClock } from '#config/clock';
import type { Created } from '#contracts/page';
import { addDays } from '#domain/day';
import { panelFaults } from './act-panels.ts';
import { barriers, overhang } from './axe.ts';
import { officeScreen, phoneScreen } from './browser.ts';
import { fillIn } from './campaign-steps.ts';
import { openHouse } from './house.ts';
import { settled } from './settled.ts';
import { browserTest } from './witness.ts';

const house = openHouse();

/** Goes to the address and waits until nothing is being read any more. */
async function open(page: Page, address: string): Promise<Page> {
  await page.goto(address);
  await settled(page);
  return page;
}

async function found(by: string, query: string): Promise<string> {
  const person = await signIn(house.address, by, demoPassword);
  const { items } = await person.get<CasePage>(`/api/cases?${query}`);
  const [first] = items;
  if (!first) throw new Error(`no case: ${query}`);
  return first.id;
}

browserTest(
  'nobody is kept out of the log-in page',
  async () => {
    const page = await house.atTheDoor();
    expect(await barriers(page)).toEqual([]);
    await page.getByText('演示账号').click();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: /^医院主要负责人/ }).click();
    expect(await page.getByLabel('登录名').inputValue()).toBe('youyi.principal');
    await page.context().close();
  },
  60_000,
);

/** A form of each table, a new rule, and one that ends. */
const ruleForms = [
  ...['rung', 'extension', 'ground'].map((table) => `/rules/new?table=${table}`),
  ...['deadline&code=pairing.confirm', 'route&code=campaign.sign', 'office-hours&code=office-hours'].map(
    (rule) => `/rules/new?table=${rule}`,
  ),
  '/rules/new?table=rung&code=before-5&end=1',
];

const pagesOf: [login: string, title: string, addresses: string[]][] = [
  ['inspector1', '经办人', ['/', '/cases', '/campaigns', '/campaigns/new', '/messages', '/my/handover']],
  ['leader1', '分管领导', ['/', '/my/absences', '/my/relations']],
  ['head1', '处室负责人', ['/wording', '/wording/papers/urge-letter', '/wording/papers/penalty-decision']],
  ['youyi.liaison', '医院联络员', ['/']],
  [
    'sysadmin1',
    '系统管理员',
    [...['/orgs', '/people', '/calendar', '/calendar/new', '/rules', '/fonts'], ...ruleForms],
  ],
  ['secadmin1', '安全管理员', ['/permissions']],
  ['auditor1', '审计员', ['/log']],
];

test.each(pagesOf)(
  'nobody is kept out of the pages of %s (%s)',
  async (login, _title, addresses) => {
    const page = await house.enter(login);
    for (const address of addresses) {
      await open(page, address);
      expect([address, await barriers(page)]).toEqual([address, []]);
      expect([address, await page.locator('h1').count()]).toEqual([address, 1]);
    }
    await page.context().close();
  },
  120_000,
);

const rung = {
  ...{ does: 'append', ground: '京卫办〔2026〕9号第三条', mark: 'law' },
  ...{ ladder: 'default', offsetWorkingDays: 20, whom: 'chief-leader' },
};

test.each([
  ['a desk', officeScreen],
  ['a phone', phoneScreen],
])(
  'on %s nobody is kept out of a draft, of its acts, nor of the desk on which it waits',
  async (_, screen) => {
    const from = addDays(systemClock.today(), 10);
    const proposer = await signIn(house.address, 'sysadmin1', demoPassword);
    const proposal = { table: 'rung', rows: [{ ...rung, from }] };
    const { id } = (await proposer.post<Created>('/api/rules/drafts', proposal)).body;
    await proposer.post(`/api/drafts/${id}/hand-in`, { version: 1 });
    const page = await house.enter('secadmin1', screen);
    const look = async (what: string) =>
      expect([what, await barriers(page), await overhang(page)]).toEqual([what, [], 0]);
    await open(page, '/');
    await page.getByRole('list', { name: '等您处理的变动' }).waitFor();
    await look('desk');
    await open(page, `/rules/drafts/${id}`);
    await look('draft');
    for (const verb of ['批准并发布', '退回']) {
      await page.getByRole('button', { name: verb }).click();
      await look(verb);
      await page.getByRole('button', { name: '先不办' }).click();
    }
    await page.context().close();
    const own = await house.enter('sysadmin1', screen);
    await open(own, `/rules/drafts/${id}`);
    expect(await barriers(own)).toEqual([]);
    await own.context().close();
    await proposer.post(`/api/drafts/${id}/withdraw`, { version: 2 });
  },
  120_000,
);

browserTest(
  'every state of a page has one heading of the first level',
  async () => {
    const page = await house.enter('auditor1');
    for (const [address, title] of [
      ['/nowhere', '没有这一页'],
      ['/cases', '没有权限'],
    ] as const) {
      await open(page, address);
      expect(await page.locator('h1').allInnerTexts()).toEqual([title]);
    }
    await page.context().close();
    const reader = await house.enter('inspector1');
    await open(reader, '/cases/01a00000-0000-7000-8000-000000000000');
    expect(await reader.locator('h1').allInnerTexts()).toEqual(['没有找到']);
    await open(reader, `/cases?open=${await found('inspector1', 'status=all')}`);
    expect(await reader.locator('h1').allInnerTexts()).toEqual(['登记簿']);
    await reader.context().close();
  },
  60_000,
);

browserTest(
  'nobody is kept out of the board',
  async () => {
    const page = await house.enter('inspector1');
    const id = await found('inspector1', 'kind=campaign&status=all');
    await open(page, `/campaigns/${id}/board`);
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  },
  60_000,
);

browserTest(
  'nobody is kept out of a case on a desk',
  async () => {
    const page = await house.enter('inspector1');
    await open(page, `/cases/${await found('inspector1', 'kind=pairing&stage=doing')}`);
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  },
  60_000,
);

browserTest(
  'on a phone nobody is kept out of a case, and no page has to be scrolled sideways',
  async () => {
    const page = await house.enter('inspector1', phoneScreen);
    const id = await found('inspector1', 'kind=pairing&stage=doing');
    const campaign = await found('inspector1', 'kind=campaign&stage=running');
    await open(page, `/cases/${id}`);
    expect(await barriers(page)).toEqual([]);
    for (const address of [
      '/',
      '/cases',
      `/cases/${id}`,
      '/campaigns',
      '/campaigns/new',
      '/messages',
      '/rules',
      '/orgs',
      '/people',
      '/my/absences',
      '/my/relations',
      `/campaigns/${campaign}/board`,
    ]) {
      await open(page, address);
      expect([address, await overhang(page)]).toEqual([address, 0]);
    }
    await page.context().close();
  },
  120_000,
);

const today = systemClock.today();
/** A hospital that the register does not know, and one that has its pilot already. */
const faultyList = annexText.replace('\n\n北京市医院管理局办公室', '\n\t18\t无此医院\n\t19\t宣武医院$&');

test.each([
  ['a desk', officeScreen],
  ['a phone', phoneScreen],
])(
  'on %s nobody is kept out of the steps of a launch, nor has to push its tables sideways',
  async (_, screen) => {
    const page = await house.enter('inspector1', screen);
    await open(page, '/campaigns/new');
    await fillIn(page, '手拉手帮带', today);
    await page.getByRole('button', { name: '下一步：名单' }).click();
    const look = async (text: string) => {
      await page.getByText(text).first().waitFor();
      expect([text, await barriers(page), await overhang(page)]).toEqual([text, [], 0]);
    };
    const list = page.getByLabel('把附件的表格从文件里原样粘贴到这里');
    await list.fill(faultyList);
    await look('行有问题，改好后才能继续');
    await list.fill(annexText);
    await look('✓ 全部可以立项');
    await page.getByRole('button', { name: '下一步：看签发后会怎样' }).click();
    await look('谁会收到');
    await page.context().close();
  },
  120_000,
);

/** Between them they hold every act that the demo cases wait for. */
const holders = [
  ...['inspector1', 'head1', 'leader1', 'archivist1', 'youyi.liaison', 'chaoyang.liaison', 'tiantan.liaison'],
  ...['longfu.liaison', 'pingguyiyuan.liaison', 'huairou.liaison', 'miyun.principal', 'yanqing.liaison'],
  ...['haidian.liaison', 'shijingshan.liaison'],
];

browserTest(
  'nobody is kept out of the panel of any act that a demo case offers, on a desk or on a phone',
  async () => {
    const seen = new Set<string>();
    const faults: string[] = [];
    for (const login of holders) faults.push(...(await panelFaults(house, login, seen)));
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(20);
  },
  400_000,
);
