import 'reflect-metadata';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '#api/app';
import { RUNNER } from '#api/parts.module';
import { systemClock } from '#config/clock';
import { loadStartConfig } from '#config/config';
import { newId } from '#db/id';
import { stuckEffects } from '#db/queries/live-cases';
import { demoPassword } from '#db/seed/demo-logins';
import { addDays } from '#domain/day';
import { coreAreas, itemLabel, itemsOf } from '#domain/kinds/pairing/areas';
import type { Role } from '#domain/role';
import { workflowIdOf, type RunnerClient } from '#runner/runner-client';
import { bureau, type Bureau } from '#tests/harness/bureau';
import { openPair } from '#tests/harness/pairs';
import { until } from '#tests/harness/poll';

// Real processes on a machine that may be busy.
jest.setTimeout(180_000);

let desk: Bureau;
let app: NestFastifyApplication;
const today = systemClock.today();
const planted = (what: string) => `植入${what}`;
/** No font has it: the paper fails, and its failure must not tell the name either. */
const noGlyph = '\u{e0ab}';

beforeAll(async () => {
  desk = await bureau();
  await desk.startWorker();
  const { cacheDir, maxUploadBytes } = loadStartConfig();
  const { DATA_DIR: dataDir = '', TEMPORAL_ADDRESS: temporalAddress = '' } = desk.environment;
  const temporal = { temporalAddress, temporalNamespace: 'default', taskQueue: desk.runner.taskQueue };
  const config = {
    clock: systemClock,
    cacheDir,
    dataDir,
    maxUploadBytes,
    sessionHours: 12,
    webDir: '/nowhere',
    logLevel: 'error' as const,
  };
  app = await createApp({ ...config, ...temporal }, desk.orm, () => undefined);
});
afterAll(async () => {
  await app?.close();
  await app?.get<RunnerClient>(RUNNER).client.connection.close();
  await desk?.stop();
});

const rows = (sql: string) => desk.orm.em.fork().execute<unknown[]>(sql);
/** A file where the folder of papers should be: no paper can be stored. */
const files = () => join(desk.environment.DATA_DIR ?? '', 'files');
function block(): void {
  rmSync(files(), { recursive: true, force: true });
  writeFileSync(files(), '');
}
const unblock = () => rmSync(files(), { force: true });

async function signIn(role: Role, org = ''): Promise<string> {
  const { personId } = await desk.person(role, org);
  const [account] = await desk.orm.em
    .fork()
    .execute<{ login: string }[]>('select login from account where person_id = ?', [personId]);
  const answer = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login: account?.login, password: demoPassword },
  });
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

async function act(caseId: string, cookie: string, action: string, form: object = {}): Promise<void> {
  const url = `/api/cases/${caseId}/acts`;
  const answer = await app.inject({
    method: 'POST',
    url,
    headers: { cookie },
    payload: { actId: newId(), action, form },
  });
  if (answer.statusCode !== 200) throw new Error(`${action}: ${answer.body}`);
}

/** Everything a history holds, its payloads as text. */
function textOf(part: unknown): string {
  if (part instanceof Uint8Array) return Buffer.from(part).toString('utf8');
  if (Array.isArray(part)) return part.map(textOf).join('\n');
  if (part && typeof part === 'object') return Object.values(part).map(textOf).join('\n');
  return String(part);
}

test('no name, no form and no free text reaches Temporal, failures of papers included', async () => {
  const caseId = await openPair(desk, today);
  const [pilot, assisted] = [await signIn('liaison', '友谊'), await signIn('liaison', '宣武')];
  const contacts = coreAreas.map((area) => ({
    area,
    name: planted('人'),
    post: planted('职务'),
    phone: '010-99887766',
  }));
  const group = { lead: planted('牵头'), contacts };
  for (const hospital of [pilot, assisted]) await act(caseId, hospital, 'confirm', { note: planted('备注') });
  for (const hospital of [pilot, assisted]) await act(caseId, hospital, 'file-group', group);
  block();
  for (const org of ['友谊', '宣武'])
    await act(caseId, await signIn('principal', org), 'sign-pledge', { agreed: true });
  await until(async () => (await rows('select 1 from effect where failure is not null')).length > 0);
  // Somebody's hand in the database: what was signed cannot be set any more.
  await rows(
    `update notice_proof set document = replace(document::text, '植入人', '植入人${noGlyph}')::jsonb`,
  );
  unblock();
  const stuck = await until(async () =>
    (await stuckEffects(desk.orm.em.fork())).find(
      ({ caseId: of, failure }) => of === caseId && failure.includes(noGlyph),
    ),
  );
  expect(stuck.failure).toContain(noGlyph);
  await act(caseId, await signIn('inspector'), 'file-pledge', { note: planted('备案') });
  const baseline = [{ item: planted('指标'), value: 7654321, unit: planted('单位') }];
  await act(caseId, assisted, 'file-needs', { needs: planted('需求'), problems: planted('问题'), baseline });
  const named = itemsOf(coreAreas).map((code) => ({ area: code.split('.')[0], item: itemLabel(code) }));
  const items = [...named, { area: 'it', item: planted('事项') }].map((row) => ({
    ...{ ...row, side: 'assisted', person: planted('责任人') },
    ...{ measure: planted('措施'), due: addDays(today, 90) },
  }));
  await act(caseId, assisted, 'submit-plan', { items });
  await act(caseId, pilot, 'agree-plan', { note: planted('同意') });
  await act(caseId, assisted, 'raise-problem', {
    ...{
      area: 'it',
      solver: await desk.orgId('北京友谊医院'),
      what: planted('难题'),
      measure: planted('愿望'),
    },
  });
  await act(caseId, assisted, 'report-item', { itemId: '1', status: 'done', report: planted('答复') });

  const handle = desk.runner.client.workflow.getHandle(workflowIdOf(caseId));
  // What is under way is not in the history yet, but shown beside it.
  const text = textOf([await handle.fetchHistory(), (await handle.describe()).raw]);
  expect(text).toContain(caseId);
  const names = await desk.orm.em
    .fork()
    .execute<{ name: string }[]>('select name from org_name union select name from person');
  const told = [...names.map(({ name }) => name), '植入', noGlyph, '99887766', '7654321', '1号'].filter(
    (name) => text.includes(name),
  );
  expect(told).toEqual([]);
});
