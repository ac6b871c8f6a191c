import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseView } from '#contracts/case';
import type { PairingBody } from '#contracts/pairing';
import type { Problem } from '#contracts/problem';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { itemsOf } from '#domain/kinds/on-site-check/checklists';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { until } from '#tests/harness/poll';
import type { Browser } from '../running-api.ts';
import { pdf, uploadingApi } from '../uploading.ts';
import type { UploadingApi } from '../uploading.ts';
import { playPair, toDoing } from './sample-pair.ts';

const bureau = ['inspector1', 'inspector2', 'leader1'];
const sides = ['xuanwu.liaison', 'youyi.liaison'];
const logins = [...bureau, ...sides, 'chaoyang.liaison'];
let as: (login: string) => Browser;
let files: UploadingApi;
let pair: string;
let check: string;
beforeAll(async () => {
  files = await uploadingApi(logins);
  pair = await playPair(files.api.orm, 'youyi', 'xuanwu', toDoing('youyi', 'xuanwu'));
  // It starts the runner that the played pair lacks.
  await files.api.startWorker();
  as = await files.api.people(logins);
}, 120_000);
afterAll(() => files?.api.stop());
const act = async (by: string, caseId: string, action: string, form: object) => {
  const answer = await as(by).send<Problem>('POST', `/api/cases/${caseId}/acts`, {
    ...{ actId: newId(), action, form },
  });
  return answer.status === 200 ? 200 : `${answer.status} ${answer.body.detail}`;
};
const bodyOf = async (by: string) =>
  (await as(by).get<CaseView>(`/api/cases/${pair}`)).body.body as PairingBody;
const stageOf = async (caseId: string) =>
  (await as('inspector1').get<CaseView>(`/api/cases/${caseId}`)).body.stage;

/** Each answer is read to its end: the API does not stop while a connection carries one. */
async function reads(login: string, fileId: string): Promise<boolean> {
  const answer = await files.download(login, fileId);
  await answer.arrayBuffer();
  return answer.status === 200;
}
const readers = async (fileId: string): Promise<string[]> => {
  const may = await Promise.all(logins.map((login) => reads(login, fileId)));
  return logins.filter((_, index) => may[index]);
};

/** All that a reader can get at of the inspection, by every route. */
async function seenBy(login: string): Promise<string> {
  const routes = [`/api/cases/${check}`, `/api/cases/${check}/timeline`, `/api/cases/${check}/checklist`];
  const more = [`/api/cases/${pair}`, `/api/cases/${pair}/timeline`, `/api/cases/${pair}/notices`];
  const answers = await Promise.all(
    [...routes, ...more, `/api/cases/${check}/records`, '/api/on-site-checks'].map((route) =>
      as(login).get<unknown>(route),
    ),
  );
  return JSON.stringify(answers.map(({ body }) => body));
}
const found = { summary: '现场情况小结密', demands: '整改要求密' };
const scores = Object.fromEntries(coreAreas.map((area) => [area, 83]));
const secrets = ['现场情况小结密', '整改要求密', '逐项备注密', '检查底稿.pdf', '现场照片.pdf', '"score":83'];
const told = async (login: string) => {
  const text = await seenBy(login);
  return secrets.filter((secret) => text.includes(secret));
};
const evidence: string[] = [];

async function fillAndHandIn(): Promise<void> {
  const photo = await files.oneFile('inspector1', '现场照片.pdf', pdf('photo'));
  const draft = await files.oneFile('inspector1', '检查底稿.pdf', pdf('findings'));
  evidence.push(photo.id, draft.id);
  for (const [index, { code }] of itemsOf(1, coreAreas).entries()) {
    const failed = { result: 'fail', note: '逐项备注密', files: [photo.id] };
    const answer = await as('inspector1').send<Problem>('POST', `/api/cases/${check}/findings/${code}`, {
      ...{ version: 0, files: [] },
      ...(index === 0 ? failed : { result: 'pass' }),
    });
    if (answer.status !== 201 && answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }
  const form = { ...found, scores, files: [draft.id] };
  expect(await act('inspector1', check, 'hand-in', form)).toBe(200);
}

test('an inspection is a check of both hospitals’ knowledge, of whose result they read nothing', async () => {
  const order = {
    ...{ purpose: '中期检查', visited: 'assisted', place: '门诊楼', on: '2026-11-23' },
    checkers: ['inspector1', 'inspector2'].map((login) => demoId('person', login)),
  };
  expect(await act('inspector1', pair, 'inspect-midterm', order)).toBe(200);
  check = await until(async () => (await bodyOf('inspector1')).checks[0]?.caseId);
  for (const login of sides) expect((await bodyOf(login)).checks).toMatchObject([{ caseId: check }]);
  await fillAndHandIn();
  expect(await told('inspector2')).toEqual(expect.arrayContaining(secrets.slice(0, 4)));
  for (const login of sides) expect([login, await told(login)]).toEqual([login, []]);
  for (const id of evidence) expect(await readers(id)).toEqual(bureau);

  expect(await act('inspector2', check, 'confirm', { decision: 'confirm' })).toBe(200);
  await until(async () => (await bodyOf('inspector1')).inspections[0]);
  expect(await told('inspector1')).toEqual(secrets);
  for (const login of sides) expect([login, await told(login)]).toEqual([login, []]);
  for (const id of evidence) expect(await readers(id)).toEqual(bureau);
  expect(await act('xuanwu.liaison', check, 'sign', { agreed: true })).toContain('待通报');
});

test('nobody gets at a file that is kept back by naming it in a record of his own', async () => {
  const [photo, draft] = evidence;
  const record = { sort: 'visit', on: '2026-11-20', text: '现场走访', files: [photo, draft] };
  for (const caseId of [pair, check]) {
    const answer = await as('xuanwu.liaison').send('POST', `/api/cases/${caseId}/records`, record);
    expect([400, 403, 404]).toContain(answer.status);
  }
  for (const id of evidence) expect(await readers(id)).toEqual(bureau);
});

test('what the leader sends back is inspected anew and stays kept back', async () => {
  expect(await act('leader1', pair, 'approve-midterm', { decision: 'return' })).toContain('重新检查的日期');
  const again = { decision: 'return', on: '2026-11-23', note: '请补查夜间值班' };
  expect(await act('leader1', pair, 'approve-midterm', again)).toBe(200);
  await until(async () => (await stageOf(check)) === 'planned');
  for (const login of sides) expect([login, await told(login)]).toEqual([login, []]);
  expect(await act('inspector2', check, 'hand-in', { ...found, scores })).toBe(200);
  expect(await act('inspector1', check, 'confirm', { decision: 'confirm' })).toBe(200);
  await until(async () => (await bodyOf('inspector1')).inspections[0]);
});

test('with the bulletin both hospitals read the result; what the bureau said among itself stays its own', async () => {
  expect(await act('leader1', pair, 'approve-midterm', { decision: 'approve', note: '领导批示密' })).toBe(
    200,
  );
  await until(async () => (await stageOf(check)) === 'signing');
  const [photo = ''] = evidence;
  expect(await readers(photo)).toEqual([...bureau, ...sides]);
  for (const login of sides) {
    expect(await told(login)).toEqual(expect.arrayContaining(['现场情况小结密', '整改要求密', '逐项备注密']));
    expect(await seenBy(login)).not.toContain('领导批示密');
  }
  expect(await readers(evidence[1] ?? '')).toEqual(bureau);
  expect(await act('youyi.liaison', check, 'sign', { agreed: true })).toContain('403');
  expect(await act('xuanwu.liaison', check, 'sign', { agreed: true })).toBe(200);
});

test('what a hospital put in itself and what the other side shows in the case are read by both', async () => {
  const { id } = await files.oneFile('youyi.liaison', '接口.pdf', pdf('interface'));
  const problem = { area: 'it', what: '接口不通', solver: demoId('org', 'xuanwu'), files: [id] };
  expect(await act('youyi.liaison', pair, 'raise-problem', problem)).toBe(200);
  expect(await readers(id)).toEqual([...bureau, ...sides]);
});
