import type { ActFormView, ActReceipt } from '#contracts/case';
import { newId } from '#db/id';
import { demoPassword } from '#db/seed/demo-logins';
import { addDays, type Day } from '#domain/day';
import { signIn } from '#tests/harness/browser';
import { scores } from '#tests/harness/pairs';

/** Which accounts of the demo seed stand for the two hospitals. */
export interface Hospitals {
  pilot: string;
  assisted: string;
}

const handedIn = { text: '见附件，各项帮带工作按计划完成。' };
const baseline = [{ item: '门诊人次（上月）', value: 86_000, unit: '人次' }];

/** From the filed letter to the archive over HTTP, as the page would send it. */
export async function playToArchive(
  address: string,
  caseId: string,
  { pilot, assisted }: Hospitals,
  today: Day,
) {
  const act = async (login: string, action: string, form: unknown): Promise<void> => {
    const by = await signIn(address, login, demoPassword);
    const answer = await by.post<ActReceipt>(`/api/cases/${caseId}/acts`, { actId: newId(), action, form });
    if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`);
  };
  await act('inspector1', 'file-pledge', {});
  await act(`${assisted}.liaison`, 'file-needs', {
    needs: '梳理退费流程。',
    problems: '窗口不足。',
    baseline,
  });
  const items = await planRows(address, caseId, `${assisted}.liaison`, addDays(today, 100));
  await act(`${assisted}.liaison`, 'submit-plan', { items });
  await act(`${pilot}.liaison`, 'agree-plan', {});
  const report = { itemId: '1', status: 'done', report: '已到帮带医院现场演练。' };
  await act(`${assisted}.liaison`, 'report-item', report);
  for (const phase of ['midterm', 'final']) {
    await act('inspector1', `inspect-${phase}`, { on: today, scores, findings: '工作扎实，台账齐全。' });
    await act('leader1', `approve-${phase}`, { decision: 'approve' });
  }
  await act(`${pilot}.liaison`, 'hand-in-summary', handedIn);
  await act(`${assisted}.liaison`, 'hand-in-statement', handedIn);
  await act(`${assisted}.liaison`, 'hand-in-handover', handedIn);
  await act('inspector1', 'close', {});
  await act('archivist1', 'archive', { volume: '结对-2026-001' });
}

/** What the form brings, with who does it, how and until when. */
async function planRows(address: string, caseId: string, login: string, due: Day): Promise<unknown[]> {
  const asking = await signIn(address, login, demoPassword);
  const { initial } = await asking.get<ActFormView>(`/api/cases/${caseId}/forms/submit-plan`);
  const rows = initial['items'] as Record<string, unknown>[];
  return rows.map((row) => ({ ...row, person: '联系人1', measure: '现场指导、跟班学习。', due }));
}
