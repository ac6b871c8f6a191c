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

const inspection: Fill = async (panel) => {
  const scores = panel.getByRole('spinbutton');
  for (let one = 0; one < (await scores.count()); one++) await scores.nth(one).fill('90');
  await panel.getByLabel('检查情况').fill('工作扎实，台账齐全。');
};

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
  { by: 'leader1', action: 'approve-midterm', fill: approval },
  { by: 'inspector1', action: 'inspect-final', fill: inspection },
  { by: 'leader1', action: 'approve-final', fill: approval },
  { by: `${pilot}.liaison`, action: 'hand-in-summary', fill: handedIn },
  { by: `${assisted}.liaison`, action: 'hand-in-statement', fill: handedIn },
  { by: `${assisted}.liaison`, action: 'hand-in-handover', fill: handedIn },
  { by: 'inspector1', action: 'close', fill: nothing },
  { by: 'archivist1', action: 'archive', fill: volume },
];

/** From the filed letter to the archive, each act in the browser of whoever owes it. */
export async function playToArchive(
  pageOf: (login: string) => Promise<Page>,
  caseAddress: string,
  hospitals: Hospitals,
  today: Day,
): Promise<void> {
  const pages = new Map<string, Page>();
  for (const { by, action, fill } of rest(hospitals, today)) {
    const page = pages.get(by) ?? (await pageOf(by));
    pages.set(by, page);
    const { label = '', verb = '' } = kindOf('pairing').actions[action] ?? {};
    await page.goto(caseAddress);
    await page.getByRole('button', { name: label, exact: true }).first().click();
    const panel = page.getByRole('dialog', { name: label });
    await panel.getByRole('button', { name: verb, exact: true }).waitFor();
    await fill(panel);
    await panel.getByRole('button', { name: verb, exact: true }).click();
    await panel.getByRole('heading', { name: `已办理：${label}` }).waitFor();
  }
  for (const page of pages.values()) await page.context().close();
}
