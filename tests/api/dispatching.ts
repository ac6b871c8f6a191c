import { expect } from '@jest/globals';
import type { ActReceipt, CaseView } from '#contracts/case';
import type { DispatchText } from '#contracts/dispatch';
import type { Problem } from '#contracts/problem';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { until } from '#tests/harness/poll';
import { runningApi } from './running-api.ts';

export const org = (key: string) => demoId('org', key);

/** The API with a worker and people who draft, review, sign and send. */
export async function dispatching(logins: readonly string[]) {
  const api = await runningApi();
  await api.startWorker();
  const as = await api.people(logins);
  const act = (by: string, caseId: string, action: string, form: object = {}) =>
    as(by).send<ActReceipt & Problem>('POST', `/api/cases/${caseId}/acts`, { actId: newId(), action, form });
  const done = async (by: string, caseId: string, action: string, form: object = {}) => {
    const { status, body } = await act(by, caseId, action, form);
    expect([action, status, status === 200 ? '' : body.detail]).toEqual([action, 200, '']);
  };
  const view = async (by: string, caseId: string) =>
    (await as(by).get<CaseView>(`/api/cases/${caseId}`)).body;
  const save = (caseId: string, version: number, form: object) =>
    as('inspector1').send<DispatchText & Problem>('POST', `/api/dispatches/${caseId}/text`, {
      version,
      form,
    });
  /** Handed in by its drafter. */
  async function drafted(text: { title: string }): Promise<string> {
    const form = { paper: 'general-notice', title: text.title };
    const opened = await as('inspector1').send<ActReceipt>('POST', '/api/dispatches', {
      actId: newId(),
      form,
    });
    const { caseId } = opened.body;
    expect((await save(caseId, 0, text)).status).toBe(200);
    await done('inspector1', caseId, 'submit', { version: 1 });
    return caseId;
  }
  const made = (caseId: string) =>
    until(async () => {
      const { papers, notices } = await view('inspector1', caseId);
      return papers.all > 0 && papers.made === papers.all ? notices : undefined;
    });
  return { api, as, act, done, view, save, drafted, made, stop: api.stop };
}
export type Dispatching = Awaited<ReturnType<typeof dispatching>>;

export const text = (title: string, more: object = {}) => ({
  title,
  opening: '现将有关事项通知如下：',
  sections: [{ heading: '值守安排', text: '各医院主要负责人在院带班。' }],
  contact: '改革发展处 李明远',
  ...more,
});
export const seal = { sealedOn: '2026-11-23', copies: 3, sealedBy: '办公室 吴素云' };
