import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { systemClock } from '#config/clock';
import type { DeskView } from '#contracts/desk';
import { newId } from '#db/id';
import { addDays } from '#domain/day';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { barriers, overhang } from './axe.ts';
import { phoneScreen } from './browser.ts';
import { openHouse } from './house.ts';
import { settled } from './settled.ts';
import { browserTest } from './witness.ts';

const house = openHouse();

/** Stands until the page is loaded anew. */
const mark = (page: Page) => page.evaluate('void (window.marked = true)');
const isMarked = (page: Page) => page.evaluate<boolean>('window.marked === true');

async function post(page: Page, path: string, data: object): Promise<unknown> {
  const answer = await page.request.post(path, { data });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? undefined : answer.json();
}

browserTest(
  'a message appears in a second browser without a reload, and what is read disappears',
  async () => {
    const [admin, inspector] = [await house.enter('sysadmin1'), await house.enter('inspector1')];
    await admin.goto('/messages');
    await admin.getByText('没有未读消息').waitFor();
    await mark(admin);
    const today = systemClock.today();
    const term = { launchOn: addDays(today, 20), from: addDays(today, 10), to: addDays(today, 300) };
    const said = { title: '帮带', basis: '通知', purpose: '改革', contact: '李明远', areas: coreAreas };
    const list = { form: { ...said, ...term }, pasted: '友谊医院\t燕山仁爱医院' };
    const { id } = (await post(inspector, '/api/pair-lists', list)) as { id: string };
    await post(inspector, `/api/pair-lists/${id}/report-unknown`, { row: 1, side: 'assisted' });
    await admin.getByText('燕山仁爱医院').waitFor();
    await admin.getByRole('banner').getByRole('link', { name: '消息，1条未读' }).waitFor();
    await admin.getByRole('navigation').getByRole('link', { name: '消息，1条未读' }).waitFor();
    await admin.getByRole('button', { name: '全部标为已读' }).click();
    await admin.getByText('没有未读消息').waitFor();
    await admin.getByRole('banner').getByRole('link', { name: '消息', exact: true }).waitFor();
    expect(await isMarked(admin)).toBe(true);
    await Promise.all([admin, inspector].map((page) => page.context().close()));
  },
  120_000,
);

browserTest(
  'an open case and an open list follow what another does, at once',
  async () => {
    const [inspector, hospital] = [await house.enter('inspector1'), await house.enter('youyi.liaison')];
    const desk = (await (await hospital.request.get('/api/desk')).json()) as DeskView;
    const todo = desk.mine.find(({ action }) => action === 'agree-plan');
    if (!todo) throw new Error(desk.mine.map(({ action }) => action).join());
    await inspector.goto(`/cases/${todo.caseId}`);
    await settled(inspector);
    await mark(inspector);
    const done = inspector.getByText('同意帮带计划').first();
    expect(await done.isVisible()).toBe(false);
    const { seq } = (await (await inspector.request.get(`/api/cases/${todo.caseId}`)).json()) as {
      seq: number;
    };
    const act = { actId: newId(), action: 'agree-plan', seq, form: {} };
    await post(hospital, `/api/cases/${todo.caseId}/acts`, act);
    await done.waitFor();
    expect(await isMarked(inspector)).toBe(true);
    await Promise.all([inspector, hospital].map((page) => page.context().close()));
  },
  120_000,
);

browserTest(
  'nobody is kept out of the settings and the page of mail and webhooks, on a desk or on a phone',
  async () => {
    for (const screen of [undefined, phoneScreen]) {
      const page = await house.enter('sysadmin1', screen);
      for (const address of ['/settings', '/webhooks', '/webhooks?open=new']) {
        await page.goto(address);
        await settled(page);
        expect([address, await barriers(page), await overhang(page)]).toEqual([address, [], 0]);
      }
      await page.context().close();
    }
  },
  120_000,
);
