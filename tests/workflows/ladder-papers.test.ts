import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection, Worker } from '@temporalio/worker';
import { loadStartConfig } from '#config/config';
import { systemClock } from '#config/clock';
import type { EntityManager } from '#db/orm';
import { caseNotices } from '#db/queries/cases/notices';
import { timeline } from '#db/queries/cases/timeline';
import { storedCase } from '#db/queries/stored-case';
import type { RuleBook } from '#domain/case';
import { instantOf, shanghaiDay } from '#domain/day';
import type { NoticeDocument } from '#domain/notice';
import { createFolderStore } from '#files/store';
import { noticeText } from '#render/notice-text';
import { createRenderer } from '#render/renderer';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { openPair } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';
import { unsound } from '#tests/harness/soundness';
import { timeSkippingEnvironment } from '#tests/harness/temporal';
import { activitiesOf } from '#worker/activities';
import { workflowBundle } from '#worker/workflow-bundle';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let time: TestWorkflowEnvironment;
let desk: Bureau;

beforeAll(async () => {
  time = await timeSkippingEnvironment();
  desk = await bureau({ time });
  await desk.startWorker();
});
afterAll(async () => {
  await desk?.stop();
  await time?.teardown();
});

const em = () => desk.orm.em.fork();
const today = async () => shanghaiDay(instantOf(await time.currentTimeMs()));
const escalation = async (caseId: string, role: string) =>
  until(async () => {
    const { escalations = {} } = (await storedCase(em(), caseId))?.state ?? {};
    return Object.entries(escalations).find(([, one]) => one.role === role);
  });

async function textOf(of: Bureau, noticeId: string): Promise<string> {
  const [row] = await of.orm.em
    .fork()
    .execute<{ document: NoticeDocument }[]>('select document from notice where id = ?', [noticeId]);
  return noticeText(row!.document);
}

const papersFor = async (em: EntityManager, orgId: string, caseId: string) =>
  (await caseNotices(em, [orgId], { caseId, campaignId: null }, { limit: 20, failed: false })).items;

test('a hospital is late, its ladder comes to the leader, and his letter reaches that hospital and no other', async () => {
  const caseId = await openPair(desk, await today());
  await desk.act(caseId, await desk.person('liaison', '友谊'), 'confirm');
  for (let day = 0; day < 30; day += 1) {
    await time.sleep(86_400_000);
    const { escalations = {} } = (await storedCase(em(), caseId))?.state ?? {};
    if (Object.values(escalations).some(({ role }) => role === 'leader')) break;
  }
  const [id, { paper, todo }] = await escalation(caseId, 'leader');
  expect([paper, todo]).toEqual(['supervise', 'confirm/assisted']);
  const leader = await desk.person('leader');
  const fields = { escalation: id, decision: 'issue', paper: 'supervise' };
  await desk.act(caseId, leader, 'decide-escalation', fields);

  const [late, other] = [await desk.orgId('宣武医院'), await desk.orgId('北京友谊医院')];
  const line = await until(async () =>
    (await papersFor(em(), late, caseId)).find(({ status }) => status === 'issued'),
  );
  expect(line).toMatchObject({ code: 'supervision-letter', title: '督办函' });
  expect(line.number).toMatch(/^京医管督函〔\d{4}〕1号$/u);
  expect(await papersFor(em(), other, caseId)).toEqual([]);
  // How one side was urged is not read by the other, in the timeline neither.
  const read = async (hospital: string) =>
    JSON.stringify(await timeline(em(), await desk.person('liaison', hospital), caseId));
  for (const words of ['decide-escalation', '逾期报', '督办函']) {
    expect(await read('宣武')).toContain(words);
    expect(await read('友谊')).not.toContain(words);
  }
  const text = await textOf(desk, line.id);
  expect(text).toContain('首都医科大学宣武医院：');
  // The day of the decision depends on the hour at which the test began.
  expect(text).toMatch(/已逾期[34]个工作日/u);
  expect(text).toMatch(/提醒你单位，共[34]次/u);
  expect(await unsound(em(), caseId)).toEqual([]);
  await desk.runner.client.workflow.getHandle(`case:${caseId}`).terminate('the test is over');
});

/** The first rung after the due day issues its paper by itself. */
const unapproved = (book: RuleBook): RuleBook => ({
  ...book,
  ladder: book.ladder.map(({ approvedBy, ...rung }) =>
    rung.code === 'after-1' || approvedBy === undefined ? rung : { ...rung, approvedBy },
  ),
});

/** A worker of this process, whose cases have rows of their own. */
async function workerWith(of: Bureau, change: (book: RuleBook) => RuleBook): Promise<() => Promise<void>> {
  const { cacheDir } = loadStartConfig();
  const renderer = createRenderer({ fontDir: join(cacheDir, 'fonts') });
  const store = createFolderStore(join(of.environment.DATA_DIR ?? '', 'files'));
  const activities = activitiesOf({ ...of, em: of.orm.em, renderer, store, clock: systemClock });
  const connection = await NativeConnection.connect({ address: time.address });
  const worker = await Worker.create({
    connection,
    taskQueue: of.runner.taskQueue,
    workflowBundle: { code: await workflowBundle(join(cacheDir, 'workflows')) },
    activities: {
      ...activities,
      loadCase: async (asked: Parameters<typeof activities.loadCase>[0]) => {
        const loaded = await activities.loadCase(asked);
        return { ...loaded, book: change(loaded.book) };
      },
    },
  });
  const running = worker.run();
  return async () => {
    worker.shutdown();
    await running;
    await connection.close();
    await renderer.close();
  };
}

test('a paper that nobody need approve goes out with its rung, once', async () => {
  const other = await bureau({ time });
  const stop = await workerWith(other, unapproved);
  const caseId = await openPair(other, await today());
  await other.act(caseId, await other.person('liaison', '友谊'), 'confirm');
  const late = await other.orgId('宣武医院');
  const papers = () => papersFor(other.orm.em.fork(), late, caseId);
  for (let day = 0; day < 30 && (await papers()).length === 0; day += 1) await time.sleep(86_400_000);
  const line = await until(async () => (await papers()).find(({ status }) => status === 'issued'));
  expect(line).toMatchObject({ code: 'urge-letter', to: [{ orgId: late }] });
  expect(await textOf(other, line.id)).toContain('已逾期1个工作日');
  const [event] = await other.orm.em
    .fork()
    .execute<{ action: string; person_id: string | null }[]>(
      `select action, person_id from case_event join notice using (case_id, seq) where case_id = ?`,
      [caseId],
    );
  expect(event).toEqual({ action: 'clock', person_id: null });
  await time.sleep(5 * 86_400_000);
  expect(await papers()).toHaveLength(1);
  await other.runner.client.workflow.getHandle(`case:${caseId}`).terminate('the test is over');
  await stop();
  await other.stop();
});
