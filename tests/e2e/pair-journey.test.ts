import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { systemClock } from '#config/clock';
import { newId } from '#db/id';
import { openHouse } from './house.ts';
import { launchCampaign, rowOnBoard, signCampaign } from './campaign-steps.ts';
import { confirmPair, fileGroup, signPledge } from './pair-steps.ts';
import { keepRecord } from './record-steps.ts';
import { playToArchive } from './rest-of-pair.ts';
import { browserTest } from './witness.ts';

const today = systemClock.today();
const title = `手拉手帮带${newId().slice(-6)}`;
const assisted = '首都医科大学宣武医院';
const pair = `首都医科大学附属北京友谊医院—${assisted}`;
/** The pair's acts under the names of the timeline; acts of the clock may stand between them. */
const wholeLife = [
  '立项',
  ...['确认结对关系', '确认结对关系', '报送专班名单', '报送专班名单', '签署责任书', '签署责任书'],
  ...['责任书备案', '报送需求、问题和基线数据', '提交帮带计划', '同意帮带计划', '报告计划事项进展'],
  ...['中期检查', '审批中期检查通报', '终期检查', '审批终期检查通报'],
  ...['提交帮带总结', '提交成效说明', '提交移交清单', '结对办结', '归档'],
];
const house = openHouse();
let inspector: Page;
let liaison: Page;
let caseAddress = '';

const signedIn = (login: string) => house.enter(login);

browserTest(
  'an inspector launches a campaign from the pasted annex, a leader reads the draft and signs',
  async () => {
    inspector = await signedIn('inspector1');
    await launchCampaign(inspector, title, today);
    const leader = await signedIn('leader1');
    await signCampaign(leader, title);
    await leader.getByRole('button', { name: '看本案' }).click();
    await leader.getByRole('region', { name: '文书' }).getByRole('link', { name: '下载PDF' }).waitFor();
    await leader.context().close();
  },
  120_000,
);

browserTest(
  'both hospitals confirm, file their groups and sign the letter in the browser',
  async () => {
    liaison = await signedIn('xuanwu.liaison');
    const pilotLiaison = await signedIn('youyi.liaison');
    for (const page of [liaison, pilotLiaison]) await confirmPair(page, pair);
    for (const page of [liaison, pilotLiaison]) await fileGroup(page, pair, '分管院长');
    await pilotLiaison.context().close();
    for (const login of ['youyi.principal', 'xuanwu.principal']) {
      const principal = await signedIn(login);
      await signPledge(principal, pair);
      await principal.context().close();
    }
  },
  120_000,
);

browserTest(
  'the board shows the pair in its stage and leads to its page',
  async () => {
    const row = await rowOnBoard(inspector, title, assisted);
    await row.getByText('签订责任书').waitFor();
    await row.getByRole('link', { name: assisted, exact: true }).click();
    await inspector.getByRole('heading', { name: pair, level: 1 }).waitFor();
    caseAddress = new URL(inspector.url()).pathname;
  },
  60_000,
);

browserTest(
  'a hospital keeps a record with a file, changes it and withdraws it; nothing of it is lost',
  async () => keepRecord(liaison, caseAddress),
  60_000,
);

browserTest(
  'a hospital reads the notice in the page and downloads it as PDF',
  async () => {
    await liaison.goto(caseAddress);
    const papers = liaison.getByRole('region', { name: '文书' });
    const notice = papers
      .getByRole('listitem')
      .filter({ has: liaison.getByRole('button', { name: '结对通知' }) });
    const download = liaison.waitForEvent('download');
    await notice.getByRole('link', { name: '下载PDF' }).click();
    const pdf = await readFile(await (await download).path());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await notice.getByRole('button', { name: '结对通知' }).click();
    const sheet = liaison.getByRole('dialog').getByRole('img', { name: /第1页，共\d+页/ });
    await sheet.waitFor();
    const width = await sheet.evaluate(async (image) => {
      const picture = image as unknown as { decode(): Promise<void>; naturalWidth: number };
      await picture.decode();
      return picture.naturalWidth;
    });
    expect(width).toBeGreaterThan(0);
  },
  60_000,
);

browserTest(
  'a hospital outside the pair is told that there is nothing for it, and nothing of the pair',
  async () => {
    const stranger = await signedIn('ertong.liaison');
    await stranger.goto(caseAddress);
    await stranger.getByRole('heading', { name: '没有找到' }).waitFor();
    await stranger.getByText('没有这个事项，或您无权查看。').waitFor();
    expect(await stranger.getByText(assisted).count()).toBe(0);
    await stranger.context().close();
  },
  60_000,
);

browserTest(
  'plan, inspections and closing are done in the browser; a page left open shows the archived pair',
  async () => {
    await playToArchive(signedIn, caseAddress, { pilot: 'youyi', assisted: 'xuanwu' }, today);
    await inspector.getByText('已办结（已归档）').waitFor();
    const lines = inspector.getByRole('region', { name: '办理经过' }).getByRole('paragraph');
    await lines.filter({ hasText: '归档' }).first().waitFor();
    const told = (await lines.allInnerTexts()).map((line) => line.split(' ').at(-1));
    expect(told.reverse().filter((label) => wholeLife.includes(label ?? ''))).toEqual(wholeLife);
  },
  240_000,
);

browserTest(
  'after log-out the address shows the log-in page',
  async () => {
    await inspector.getByRole('button', { name: '李明远' }).click();
    await inspector.getByRole('menuitem', { name: '退出登录' }).click();
    await inspector.getByLabel('登录名').waitFor();
    await inspector.goto(caseAddress);
    await inspector.getByLabel('登录名').waitFor();
    expect(await inspector.getByText(assisted).count()).toBe(0);
  },
  60_000,
);
