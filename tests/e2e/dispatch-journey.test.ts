import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { newId } from '#db/id';
import { barriers, overhang } from './axe.ts';
import { phoneScreen } from './browser.ts';
import { openHouse } from './house.ts';
import { settled } from './settled.ts';
import { browserTest } from './witness.ts';

const house = openHouse();
const plan = `医耗联动综合改革实施方案${newId().slice(-4)}`;
const text = [
  '为理顺医疗服务比价关系，制定本方案。',
  '一、改革范围',
  '本市公立医疗机构适用本方案。',
  '二、重点任务',
  '（一）规范调整价格。按照总量控制的原则，降低检验项目价格。',
  '（二）取消医用耗材加成。推动医疗机构由资源消耗型向质量效率型转变。',
  ...Array.from({ length: 30 }, (_, nth) => `${nth + 1}.各有关单位按照职责分工落实本项任务。`),
].join('\n');
let caseId = '';

const hand = async (page: Page, verb: string, done: string) => {
  await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click();
  await page.getByText(`已办理：${done}`).waitFor();
};
const fits = async (page: Page) => [await barriers(page), await overhang(page)];
const act = async (login: string, action: string, viewport?: Parameters<typeof house.enter>[1]) => {
  const page = await house.enter(login, viewport);
  await page.goto(`/cases/${caseId}?act=${action}`);
  await settled(page);
  return page;
};

browserTest(
  'whoever starts a paper is at once where it is written, sees it as it will be, and hands in what was saved',
  async () => {
    const page = await house.enter('inspector1');
    await page.goto('/dispatches/new');
    await page.getByLabel('文种').click();
    await page.locator('.ant-select-item-option', { hasText: /^通知$/ }).click();
    await page.getByLabel('事由').fill(`印发《${plan}》`);
    await page.getByRole('button', { name: '开始起草' }).click();
    await page.waitForURL(/\/dispatches\/[0-9a-f-]{36}$/);
    caseId = page.url().split('/').at(-1) ?? '';
    await page.getByLabel('开头').fill('现印发给你们，请认真组织实施。');
    await page.getByLabel('印发、转发的文件标题').fill(plan);
    await page.getByLabel('印发、转发的文件正文').fill(text);
    await page.getByLabel('联系人及电话').fill('医政科 李明远，010-88886666');
    await page.getByLabel(/^收文单位/).click();
    await page.keyboard.type('宣武');
    await page.locator('.ant-select-item-option', { hasText: '宣武' }).first().click();
    await page.keyboard.press('Escape');
    await page.getByAltText(/第4页，共4页/).waitFor();
    expect(await fits(page)).toEqual([[], 0]);
    await page.getByRole('button', { name: '保存并去报送' }).click();
    await page.waitForURL(/act=submit/);
    await hand(page, '报送审核', '报送审核');
    await page.context().close();
  },
  120_000,
);

browserTest(
  'the head and, on a phone, the leader read all its pages in full size before they say yes',
  async () => {
    const head = await act('head1', 'review');
    await head.getByRole('radio', { name: '同意', exact: true }).check();
    await hand(head, '提交审核意见', '审核文稿');
    await head.context().close();
    const leader = await act('leader1', 'sign', phoneScreen);
    await leader.getByText('共4页，在框内向下滚动阅看。').waitFor();
    await leader.getByRole('button', { name: '放大阅看' }).click();
    const sheet = leader.getByRole('dialog').last();
    await sheet.getByAltText(/第4页，共4页/).waitFor();
    const page = await sheet.getByAltText(/第1页，共4页/).boundingBox();
    expect(page?.width).toBeGreaterThan(700);
    expect(await barriers(leader)).toEqual([]);
    await sheet.getByRole('button', { name: '看完了' }).click();
    await leader.getByRole('radio', { name: '同意签发' }).check();
    await hand(leader, '提交签发意见', '签发');
    await leader.context().close();
  },
  120_000,
);

browserTest(
  'sealed and sent, it lies open before the hospital with its document behind it, and the bureau takes it up again in Word',
  async () => {
    const archivist = await act('archivist1', 'note-seal');
    await archivist.getByLabel('用印份数').fill('3');
    await archivist.getByLabel('用印人').fill('办公室 吴素云');
    await hand(archivist, '登记用印', '登记用印');
    await archivist.context().close();
    const drafter = await act('inspector1', 'send');
    await hand(drafter, '发送', '发送');
    await drafter.goto(`/cases/${caseId}`);
    await drafter.getByText(/文稿共\d+版/).click();
    const word = drafter.waitForEvent('download');
    await drafter.getByRole('link', { name: '下载最近一版（Word）' }).click();
    expect((await word).suggestedFilename()).toMatch(/（草稿）\.docx$/);
    await drafter.context().close();
    const hospital = await house.enter('xuanwu.liaison');
    await hospital.goto('/messages?show=all');
    await hospital.getByText(plan).first().click();
    await hospital.getByAltText(/第4页，共4页/).waitFor();
    expect(await fits(hospital)).toEqual([[], 0]);
    await hospital.context().close();
  },
  120_000,
);
