import type { Locator, Page } from 'playwright-core';
import { addDays, type Day } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { coreAreas, itemsOf } from '#domain/kinds/pairing/areas';

/** Which accounts of the demo seed stand for the two hospitals. */
export interface Hospitals {
  pilot: string;
  assisted: string;
}

type Fill = (panel: Locator) => Promise<void>;
interface Played {
  by: string;
  action: string;
  /** Done in the check of this inspection. */
  check?: string;
  fill: Fill;
}

const nothing: Fill = () => Promise.resolve();
const cell = (panel: Locator, row: number, column: string) =>
  panel.getByLabel(`第${row}行 ${column}`, { exact: true });

/** Few choices stand open, many are searched by typing. */
const tick = (panel: Locator, option: string) => panel.getByRole('radio', { name: option }).check();
async function pick(panel: Locator, label: string, option: string): Promise<void> {
  const field = panel.getByRole('combobox', { name: label });
  await field.fill(option);
  await field.press('Enter');
}

/** As a spreadsheet puts cells on the clipboard. */
const paste = (into: Locator, lines: readonly (readonly string[])[]): Promise<void> =>
  into.evaluate(
    (element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    lines.map((line) => line.join('\t')).join('\n'),
  );

const needs: Fill = async (panel) => {
  await panel.getByLabel(/需求/).first().fill('梳理退费流程。');
  await panel.getByLabel(/问题/).first().fill('窗口不足。');
  const values = panel.getByLabel(/^第\d+行 数值$/);
  for (let row = 0; row < (await values.count()); row++) await values.nth(row).fill('860');
};

const plan =
  (due: Day): Fill =>
  async (panel) => {
    const items = itemsOf(coreAreas);
    const line = ['联系人1', '现场指导、跟班学习。', due];
    await paste(cell(panel, 1, '责任人'), Array<string[]>(items.length).fill(line));
  };

const item: Fill = async (panel) => {
  await pick(panel, '计划事项', '应急预案与演练');
  await tick(panel, '已完成');
  await panel.getByLabel('进展情况').fill('已到帮带医院现场演练。');
};

/** The first checker is the one who arranges it. */
const inspection: Fill = async (panel) => {
  await panel.getByLabel('地点').fill('门诊楼');
  await pick(panel, '检查人员（至少两人）', '周文静');
  await panel.page().keyboard.press('Escape');
};
const result: Fill = async (panel) => {
  const scores = panel.getByRole('spinbutton');
  for (let one = 0; one < (await scores.count()); one++) await scores.nth(one).fill('90');
  await panel.getByLabel('现场情况小结').fill('工作扎实，台账齐全。');
};
const agreed: Fill = (panel) => tick(panel, '与现场情况一致，确认');

/** Every item passes; filling in by hand is another test's matter. */
async function passAll(page: Page): Promise<void> {
  await page.getByRole('link', { name: '打开检查表' }).click();
  await page.locator('fieldset').first().waitFor();
  const fields = page.locator('fieldset');
  for (let one = 0; one < (await fields.count()); one++)
    await fields.nth(one).getByRole('radio', { name: '合格', exact: true }).check();
  await page.getByRole('status').filter({ hasText: '全部已保存' }).waitFor();
}

/** The notice is read as a draft before it is approved. */
const approval: Fill = async (panel) => {
  await panel.getByRole('img', { name: /草稿 第1页/ }).waitFor();
  await tick(panel, '同意，印发通报');
};
const handedIn: Fill = (panel) => panel.getByLabel('正文').fill('见附件，各项帮带工作按计划完成。');
const volume: Fill = (panel) => panel.getByLabel('案卷号').fill('结对-2026-001');

const rest = ({ pilot, assisted }: Hospitals, today: Day): Played[] => [
  { by: 'inspector1', action: 'file-pledge', fill: nothing },
  { by: `${assisted}.liaison`, action: 'file-needs', fill: needs },
  { by: `${assisted}.liaison`, action: 'submit-plan', fill: plan(addDays(today, 100)) },
  { by: `${pilot}.liaison`, action: 'agree-plan', fill: nothing },
  { by: `${assisted}.liaison`, action: 'report-item', fill: item },
  { by: 'inspector1', action: 'inspect-midterm', fill: inspection },
  { by: 'inspector1', action: 'hand-in', check: '中期检查', fill: result },
  { by: 'inspector2', action: 'confirm', check: '中期检查', fill: agreed },
  { by: 'leader1', action: 'approve-midterm', fill: approval },
  { by: 'inspector1', action: 'inspect-final', fill: inspection },
  { by: 'inspector1', action: 'hand-in', check: '终期检查', fill: result },
  { by: 'inspector2', action: 'confirm', check: '终期检查', fill: agreed },
  { by: 'leader1', action: 'approve-final', fill: approval },
  { by: `${pilot}.liaison`, action: 'hand-in-summary', fill: handedIn },
  { by: `${assisted}.liaison`, action: 'hand-in-statement', fill: handedIn },
  { by: `${assisted}.liaison`, action: 'hand-in-handover', fill: handedIn },
  { by: 'inspector1', action: 'close', fill: nothing },
  { by: 'archivist1', action: 'archive', fill: volume },
];

/** By its line on the page of the pair; before it is handed in, it is filled in. */
async function openCheck(page: Page, phase: string, action: string): Promise<void> {
  const line = page.getByRole('list', { name: '现场核查' }).getByRole('listitem').filter({ hasText: phase });
  await line.getByRole('link').click();
  await page.getByRole('region', { name: '现场核查' }).waitFor();
  if (action !== 'hand-in') return;
  const address = page.url();
  await passAll(page);
  await page.goto(address);
}

/** From the filed letter to the archive, each act in the browser of whoever owes it. */
export async function playToArchive(
  pageOf: (login: string) => Promise<Page>,
  caseAddress: string,
  hospitals: Hospitals,
  today: Day,
): Promise<void> {
  const pages = new Map<string, Page>();
  for (const { by, action, check, fill } of rest(hospitals, today)) {
    const page = pages.get(by) ?? (await pageOf(by));
    pages.set(by, page);
    const { label = '', verb = '' } = kindOf(check ? 'on-site-check' : 'pairing').actions[action] ?? {};
    await page.goto(check ? `${caseAddress}?part=inspections` : caseAddress);
    if (check) await openCheck(page, check, action);
    await page.getByRole('button', { name: label, exact: true }).first().click();
    const panel = page.getByRole('dialog', { name: label });
    await panel.getByRole('button', { name: verb, exact: true }).waitFor();
    await fill(panel);
    await panel.getByRole('button', { name: verb, exact: true }).click();
    await panel.getByRole('heading', { name: `已办理：${label}` }).waitFor();
  }
  for (const page of pages.values()) await page.context().close();
}
