import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DraftPublished } from '#contracts/draft';
import type { DraftPages } from '#contracts/notice';
import type { LogView } from '#contracts/log';
import type { MessageView } from '#contracts/message';
import type { Created, Page } from '#contracts/page';
import type {
  WordingDraftView,
  WordingPages,
  WordingPaper,
  WordingPreview,
  Wordings,
} from '#contracts/wording';
import { openedCampaign, signedNotice } from './issued-notice.ts';
import { runningApi, type Browser, type RunningApi } from './running-api.ts';

const code = 'pairing-notice';
let api: RunningApi;
let head: Browser;
let legal: Browser;
let leader: Browser;

beforeAll(async () => {
  api = await runningApi();
  [head, legal, leader] = [await api.as('head1'), await api.as('legal1'), await api.as('leader1')];
});
afterAll(() => api.stop());

const paper = async (of = code, by = head) => (await by.get<WordingPaper>(`/api/wording/papers/${of}`)).body;
type Lines = WordingPaper['lines'];
/** The wording of today with other words in its place. */
async function reworded(before: string, after: string, of = code): Promise<Lines> {
  const { lines } = await paper(of);
  expect(lines.filter(({ text }) => text.includes(before))).not.toEqual([]);
  return lines.map((line) => ({ ...line, text: line.text.replaceAll(before, after) }));
}
const proposal = (lines: Lines | null, of = code) => ({
  ...{ code: of, from: '2026-12-01', reason: '统一本局文书用语', lines },
});
const propose = <T = Created>(lines: Lines | null, by = head, of = code) =>
  by.send<T>('POST', '/api/wording/drafts', proposal(lines, of));
const act = (id: string, name: string) => `/api/drafts/${id}/${name}`;
const view = async (id: string, by = head) =>
  (await by.get<WordingDraftView>(`/api/wording/drafts/${id}`)).body;

async function handedIn(lines: Lines | null, of = code): Promise<WordingDraftView> {
  const answer = await propose(lines, head, of);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  const sent = await head.send('POST', act(answer.body.id, 'hand-in'), { version: 1 });
  expect([sent.status, sent.body]).toEqual([204, expect.anything()]);
  return view(answer.body.id);
}
async function published(lines: Lines | null, of = code): Promise<void> {
  const { id, version } = await handedIn(lines, of);
  const answer = await leader.send<DraftPublished>('POST', act(id, 'approve'), { version });
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
}

test('a wording is proposed by one, approved by another, and holds from its day: papers issued before keep their words', async () => {
  const lines = await reworded('现将', '兹将');
  await published(lines);
  const before = await signedNotice(api, '2026-11-30');
  expect([before.text.includes('兹将'), before.version]).toEqual([false, null]);
  const after = await signedNotice(api, '2026-12-01');
  expect([after.text.includes('兹将'), after.version]).toEqual([true, 1]);
  const { items } = (await head.get<Wordings>('/api/wording/papers')).body;
  const line = items.find((one) => one.code === code);
  expect(line?.now).toMatchObject({ version: 0, label: '自带措辞', to: '2026-12-01' });
  expect(line?.coming).toMatchObject([
    { version: 1, from: '2026-12-01', to: null, proposedBy: '陈国栋', approvedBy: '赵启明' },
  ]);
  const auditor = await api.as('auditor1');
  const log = (await auditor.get<Page<LogView>>('/api/log?kind=wording-changed&limit=1')).body;
  expect(log.items[0]?.detail).toBe('批准并发布《结对通知》的措辞（第1版，自2026年12月1日起）');
  const messages = (await head.get<Page<MessageView>>('/api/messages')).body.items;
  expect(messages[0]).toMatchObject({ code: 'wording-published' });
});

test('the draft of a paper reads as it would be issued today', async () => {
  const id = await openedCampaign(api, '2026-11-30');
  const text = async (now: string) => {
    api.clock.set(now);
    const signed = await api.as('leader1');
    const { body } = await signed.send<DraftPages>('POST', `/api/cases/${id}/drafts/sign`, { form: {} });
    return body.pages.join('').replaceAll(/<[^>]*>/gu, '');
  };
  expect(await text('2026-11-30T01:00:00.000Z')).not.toContain('兹将');
  expect(await text('2026-12-01T01:00:00.000Z')).toContain('兹将');
  api.clock.set('2026-11-23T01:00:00.000Z');
});

test('the shipped wording comes back as a version of its own', async () => {
  const back = await propose<{ detail: string }>((await paper()).shipped);
  expect([back.status, back.body.detail]).toEqual([400, expect.stringContaining('恢复自带的措辞')]);
  await published(null);
  const after = await signedNotice(api, '2026-12-02');
  expect([after.text.includes('兹将'), after.version]).toEqual([false, 2]);
  const { periods } = await paper();
  expect(periods.map(({ label }) => label)).toEqual(['自带措辞', '第2版（恢复自带的措辞）']);
  const again = await handedInFails(null);
  expect(again).toContain('没有改动');
});
async function handedInFails(lines: Lines | null): Promise<string> {
  const { body } = await propose(lines);
  const sent = await head.send('POST', act(body.id, 'hand-in'), { version: 1 });
  expect(sent.status).toBe(409);
  return sent.body.detail;
}

test('neither the proposer nor who only proposes approves; a legal reviewer may approve what he did not propose', async () => {
  const { id, version } = await handedIn(
    await reworded('督办', '督促办理', 'supervision-letter'),
    'supervision-letter',
  );
  const own = await head.send('POST', act(id, 'approve'), { version });
  expect([own.status, own.body.type]).toEqual([403, expect.stringContaining('own-proposal')]);
  const other = await api.as('head2');
  expect((await other.send('POST', act(id, 'approve'), { version })).status).toBe(403);
  expect((await leader.send('POST', '/api/wording/drafts', proposal(null))).status).toBe(403);
  expect((await legal.send('POST', act(id, 'approve'), { version })).status).toBe(200);
});

test('the approver sees both wordings page by page, and what is no longer printed', async () => {
  const { id } = await handedIn(
    await reworded('联系人及电话：【联系人及电话】', '特此函告。', 'urge-letter'),
    'urge-letter',
  );
  const seen = await view(id, leader);
  expect(seen).toMatchObject({ dropped: ['联系人及电话'], from: '2026-12-01', beforeLabel: '自带措辞' });
  expect(seen.may).toMatchObject({ edit: false, decide: true });
  const { body } = await leader.get<WordingPages>(`/api/wording/drafts/${id}/pages`);
  const text = (pages: string[]) => pages.join('').replaceAll(/<[^>]*>/gu, '');
  expect([text(body.before).includes('特此函告'), text(body.after).includes('特此函告')]).toEqual([
    false,
    true,
  ]);
  expect(text(body.before)).toContain('联系人及电话');
});

test('two drafts of one paper: the second is looked at again; another paper does not matter', async () => {
  const [first, second] = [
    await handedIn(
      await reworded('面谈', '约谈', 'interview-notice').catch(() =>
        reworded('约谈', '面谈', 'interview-notice'),
      ),
      'interview-notice',
    ),
    await handedIn(await reworded('约谈', '谈话', 'interview-notice'), 'interview-notice'),
  ];
  await published(await reworded('通报', '情况通报', 'work-circular'), 'work-circular');
  const approve = ({ id, version }: WordingDraftView) => leader.send('POST', act(id, 'approve'), { version });
  expect((await approve(first)).status).toBe(200);
  const late = await approve(second);
  expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('已有另一版发布')]);
});

test('what is wrong is answered with the line and a sentence, and nothing is kept', async () => {
  const count = async () =>
    (await api.orm.em.fork().execute<{ n: number }[]>('select count(*)::int n from draft'))[0]?.n;
  const before = await count();
  const { lines } = await paper('urge-letter');
  const wrong: [string, Lines][] = [
    ['没有“【工资】”这一项', [...lines, { kind: 'paragraph', text: '【工资】' }]],
    ['不能使用<script>', [...lines, { kind: 'other', text: '<script>alert(1)</script>' }]],
    ['三重花括号', [...lines, { kind: 'paragraph', text: '{{{unit}}}' }]],
    ['须写在标题、段落', [...lines, { kind: 'other', text: '没有段落' }]],
    ['不能超过20000个字符', [...lines, { kind: 'paragraph', text: '长'.repeat(20_000) }]],
    ['字库中缺少下列字：\u{10FFFD}', [...lines, { kind: 'paragraph', text: '甲\u{10FFFD}' }]],
    ['如有到此', [...lines, { kind: 'other', text: '【如有：具体内容】' }]],
  ];
  for (const [says, given] of wrong) {
    const answer = await propose<{ detail: string }>(given, head, 'urge-letter');
    expect([says, answer.status, answer.body.detail]).toEqual([
      says,
      400,
      expect.stringMatching(
        says.includes('如有') ? /没有到此/u : new RegExp(says.replaceAll(/[{}]/gu, String.raw`\$&`), 'u'),
      ),
    ]);
    const { body } = await head.send<WordingPreview>('POST', '/api/wording/papers/urge-letter/preview', {
      lines: given,
    });
    expect([says, body.faults.length > 0]).toEqual([says, true]);
  }
  expect((await propose<unknown>(lines, head, 'no-such-paper')).status).toBe(404);
  expect((await propose<unknown>([], head, 'urge-letter')).status).toBe(400);
  expect(
    (await head.send('POST', '/api/wording/drafts', { ...proposal(null), from: '2026-11-23' })).status,
  ).toBe(201);
  expect(await count()).toBe((before ?? 0) + 1);
});

test('a paper of law enforcement keeps all that the shipped one says', async () => {
  const lines = await reworded('向【复议机关】申请行政复议', '申请行政复议', 'penalty-decision');
  const answer = await propose<{ detail: string }>(lines, head, 'penalty-decision');
  expect([answer.status, answer.body.detail]).toEqual([400, '执法文书的法定内容不能减少，还缺：复议机关。']);
  const { body } = await head.send<WordingPreview>('POST', '/api/wording/papers/penalty-decision/preview', {
    lines,
  });
  expect([body.dropped, body.pages.length > 0]).toEqual([['复议机关'], true]);
});

test('a draft waits until its day at the latest, and is changed only by who wrote it', async () => {
  const { body } = await propose(
    await reworded('通报', '情况通报', 'inspection-bulletin'),
    head,
    'inspection-bulletin',
  );
  const change = (by: Browser, from: string) =>
    by.send('POST', `/api/wording/drafts/${body.id}/text`, {
      version: 1,
      proposal: { from, reason: '改日期', lines: null },
    });
  expect((await change(legal, '2026-11-23')).status).toBe(404);
  expect((await change(head, '2026-11-23')).status).toBe(204);
  const { problems } = await view(body.id);
  expect(problems[0]).toBe('生效日期最早为明天（2026年11月24日）。');
  expect((await head.send('POST', act(body.id, 'hand-in'), { version: 2 })).status).toBe(409);
});
