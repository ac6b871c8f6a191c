import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { DeskView } from '#contracts/desk';
import { barriers, overhang } from './axe.ts';
import { phoneScreen } from './browser.ts';
import { openHouse } from './house.ts';
import { settled } from './settled.ts';
import { browserTest } from './witness.ts';

const house = openHouse();

browserTest(
  'a leader decides an escalation on a phone with two taps, within a minute, having seen all of it',
  async () => {
    const phone = await house.enter('leader1', phoneScreen);
    await settled(phone);
    const desk = async () => (await (await phone.request.get('/api/desk')).json()) as DeskView;
    const todos = (await desk()).mine.filter(({ step }) => step === 'decide-escalation');
    const before = todos.length;
    expect(before).toBeGreaterThan(0);
    let taps = 0;
    const tap = (what: Locator) => {
      taps += 1;
      return what.click();
    };
    const since = performance.now();

    await tap(phone.getByRole('link', { name: '处理督办升级' }).first());
    const panel = phone.getByRole('dialog');
    const dossier = panel.getByRole('region', { name: '升级事项的经过' });
    for (const part of ['应办事项', '期限', '建议处理', '近期办理', '已经督促'])
      await dossier.getByText(part, { exact: true }).waitFor();
    expect(await dossier.innerText()).toMatch(/已逾期\d+个工作日/u);
    await panel.getByText('待签文书：督办函').waitFor();
    expect([await overhang(phone), await barriers(phone)]).toEqual([0, []]);
    await tap(panel.getByRole('button', { name: '作出处理' }));
    await panel.getByRole('heading', { name: '已办理：处理督办升级' }).waitFor();

    expect(taps).toBe(2);
    expect(performance.now() - since).toBeLessThan(60_000);
    const left = (await desk()).mine.filter(({ step }) => step === 'decide-escalation');
    expect(left).toHaveLength(before - 1);
    await phone.context().close();
  },
  120_000,
);
