import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseView } from '#contracts/case';
import { referToFiles } from '#db/commands/files';
import { demoId } from '#db/seed/demo';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { playCase } from '#tests/harness/play-case';
import { pdf, uploadingApi } from '../uploading.ts';
import type { UploadingApi } from '../uploading.ts';
import { playPair, toDoing } from './sample-pair.ts';

const logins = ['inspector1', 'leader1', 'xuanwu.liaison', 'youyi.liaison', 'chaoyang.liaison'];
let files: UploadingApi;
let pair: string;
beforeAll(async () => {
  files = await uploadingApi(logins);
  pair = await playPair(files.api.orm, 'youyi', 'xuanwu', toDoing('youyi', 'xuanwu'));
});
afterAll(() => files.api.stop());

const scores = Object.fromEntries(coreAreas.map((area) => [area, 88]));
const inspected = { on: '2026-11-22', scores, findings: '检查情况', files: [] };
const play = (login: string, action: string, form: Record<string, unknown>) =>
  playCase(files.api.orm, 'pairing', pair, [['2026-11-23', login, action, form]]);

/** The file stands in the last act of that name. */
async function attach(fileId: string, action: string): Promise<void> {
  const em = files.api.orm.em.fork();
  const [act] = await em.execute<{ act_id: string }[]>(
    'select act_id from case_event where case_id = ? and action = ? order by seq desc limit 1',
    [pair, action],
  );
  await referToFiles(em, { caseId: pair, actId: act?.act_id ?? '', at: files.api.clock.now() }, [fileId]);
}

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
const listed = async (login: string): Promise<string[]> => {
  const answer = await fetch(`${files.address}/api/cases/${pair}`, { headers: files.headersOf(login) });
  return ((await answer.json()) as CaseView).files.map((file) => file.name);
};

test('a file of an inspection is the bureau’s own until the bulletin is approved', async () => {
  await play('inspector1', 'inspect-midterm', inspected);
  const { id } = await files.oneFile('inspector1', '检查底稿.pdf', pdf('findings'));
  await attach(id, 'inspect-midterm');
  expect(await readers(id)).toEqual(['inspector1', 'leader1']);
  expect(await listed('xuanwu.liaison')).toEqual([]);

  await play('leader1', 'approve-midterm', { decision: 'approve' });
  expect(await readers(id)).toEqual(['inspector1', 'leader1', 'xuanwu.liaison', 'youyi.liaison']);
  expect(await listed('xuanwu.liaison')).toEqual(['检查底稿.pdf']);
});

test('nobody gets at a file that is kept back by naming it in a record of his own', async () => {
  await play('inspector1', 'inspect-final', inspected);
  const { id } = await files.oneFile('inspector1', '终期底稿.pdf', pdf('final findings'));
  await attach(id, 'inspect-final');
  const record = { sort: 'visit', on: '2026-11-20', text: '现场走访', files: [id] };
  const answer = await (
    await files.api.as('xuanwu.liaison')
  ).send('POST', `/api/cases/${pair}/records`, record);
  expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([400, 'files']);
  expect(await readers(id)).toEqual(['inspector1', 'leader1']);
});

test('what a hospital put in itself and what the other side shows in the case are read by both', async () => {
  await play('youyi.liaison', 'raise-problem', {
    ...{ area: 'it', what: '接口不通', solver: demoId('org', 'xuanwu'), files: [] },
  });
  const { id } = await files.oneFile('youyi.liaison', '接口.pdf', pdf('interface'));
  await attach(id, 'raise-problem');
  expect(await readers(id)).toEqual(['inspector1', 'leader1', 'xuanwu.liaison', 'youyi.liaison']);
});
