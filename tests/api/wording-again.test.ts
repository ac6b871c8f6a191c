import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DraftPages } from '#contracts/notice';
import type { Created } from '#contracts/page';
import type { Problem } from '#contracts/problem';
import type { WordingDraftView, WordingPaper, Wordings } from '#contracts/wording';
import { demoId } from '#db/seed/demo';
import { openedCampaign } from './issued-notice.ts';
import { runningApi, type Browser, type RunningApi } from './running-api.ts';

const code = 'pairing-notice';
let api: RunningApi;
let head: Browser;
let leader: Browser;
beforeAll(async () => {
  api = await runningApi();
  [head, leader] = [await api.as('head1'), await api.as('leader1')];
});
afterAll(() => api.stop());

/** As an earlier release would have taken it: with a field that papers have no more. */
const withField = (source: string) => source.replace('</p>', '{{formerField}}</p>');
const act = (id: string, name: string) => `/api/drafts/${id}/${name}`;
const lineOfFault = /第\d+行：这份文书里没有“formerField”这一项。/u;

async function drafted(): Promise<{ id: string; source: string }> {
  const { lines } = (await head.get<WordingPaper>(`/api/wording/papers/${code}`)).body;
  const reworded = lines.map((line) => ({ ...line, text: line.text.replaceAll('现将', '兹将') }));
  const proposal = { code, from: '2026-12-01', reason: '统一用语', lines: reworded };
  const { id } = (await head.send<Created>('POST', '/api/wording/drafts', proposal)).body;
  const [row] = await api.orm.em
    .fork()
    .execute<{ source: string }[]>("select content->>'source' source from draft where id = ?", [id]);
  return { id, source: withField(row?.source ?? '') };
}
const release = (id: string, source: string) =>
  api.orm.em
    .fork()
    .execute("update draft set content = jsonb_set(content, '{source}', ?::jsonb) where id = ?", [
      ...[JSON.stringify(source), id],
    ]);
const statusOf = async (id: string) => (await leader.get<WordingDraftView>(`/api/wording/drafts/${id}`)).body;

test('a draft that no longer fits the templates of a later release is not approved; the faults are named by line', async () => {
  const { id, source } = await drafted();
  expect((await head.send('POST', act(id, 'hand-in'), { version: 1 })).status).toBe(204);
  await release(id, source);
  const seen = await statusOf(id);
  expect(seen.problems).toEqual([expect.stringMatching(lineOfFault)]);
  const answer = await leader.send<Problem>('POST', act(id, 'approve'), { version: 2 });
  expect([answer.status, answer.body.detail, answer.body.errors]).toEqual([
    409,
    expect.stringMatching(/^不能发布：第\d+行：/u),
    [{ field: expect.stringMatching(/^lines\.\d+$/u), detail: expect.stringContaining('formerField') }],
  ]);
  expect((await statusOf(id)).status).toBe('handed-in');
});

test('nor is it handed in', async () => {
  const { id, source } = await drafted();
  await release(id, source);
  const answer = await head.send<Problem>('POST', act(id, 'hand-in'), { version: 1 });
  expect([answer.status, answer.body.detail]).toEqual([409, expect.stringMatching(lineOfFault)]);
});

test('an approved wording that no longer fits when it holds is named in the list, and no paper is shown or signed in it', async () => {
  const { source } = await drafted();
  await api.orm.em
    .fork()
    .execute(
      'insert into wording (code, version, from_day, source, reason, proposed_by_id, approved_by_id, at) values (?, 1, ?, ?, ?, ?, ?, ?)',
      [
        ...[code, '2026-11-30', source, '统一用语', demoId('person', 'head1'), demoId('person', 'leader1')],
        api.clock.now(),
      ],
    );
  const { items } = (await head.get<Wordings>('/api/wording/papers')).body;
  const line = items.find((one) => one.code === code);
  expect([line?.now.faults, line?.coming.map(({ faults }) => faults)]).toEqual([
    [],
    [[expect.stringMatching(lineOfFault)]],
  ]);
  const id = await openedCampaign(api, '2026-11-29');
  const draft = async (now: string) => {
    api.clock.set(now);
    return (await api.as('leader1')).send<DraftPages & Problem>('POST', `/api/cases/${id}/drafts/sign`, {
      form: {},
    });
  };
  expect((await draft('2026-11-29T01:00:00.000Z')).status).toBe(200);
  const late = await draft('2026-11-30T01:00:00.000Z');
  expect([late.status, late.body.detail]).toEqual([
    409,
    expect.stringMatching(/现行的措辞（第1版）与系统现在的版本不符：第\d+行：.*恢复自带的措辞。$/u),
  ]);
});
