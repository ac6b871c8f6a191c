import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LogView } from '#contracts/log';
import type { Page } from '#contracts/page';
import type { Problem } from '#contracts/problem';
import { LogEntry } from '#db/entities/log-entry';
import { newId } from '#db/id';
import { mostLogLines } from '#db/queries/log-export';
import { runningApi } from './running-api.ts';
import type { Browser, RunningApi } from './running-api.ts';

let api: RunningApi;
let auditor: Browser;
beforeAll(async () => {
  api = await runningApi();
  auditor = await api.as('auditor1');
  const line = { at: '2026-11-22T16:30:05.000Z', kind: 'refused', detail: '=cmd()', ip: '10.1.1.1' } as const;
  await api.orm.em.fork().insert(LogEntry, { id: newId(), ...line });
});
afterAll(() => api.stop());

async function exported(query: string): Promise<unknown[][]> {
  const headers = { cookie: auditor.cookie ?? '' };
  const answer = await api.app.inject({ url: `/api/log/export?${query}`, headers });
  expect(answer.headers['content-type']).toMatch('spreadsheetml');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer);
  const rows = book.worksheets[0]?.getSheetValues().slice(2) ?? [];
  return rows.map((row) => (row as unknown[]).slice(1));
}

const exports = async () => (await auditor.get<Page<LogView>>('/api/log?kind=exported')).body.items;

test('the export of the log holds what the log shows for the same filter, with times of the office', async () => {
  const shown = (await auditor.get<Page<LogView>>('/api/log?kind=logged-in')).body.items;
  const lines = await exported('kind=logged-in');
  expect(lines.map((line) => line.at(-1))).toEqual(shown.map((line) => line.requestId));
  expect(lines[0]?.slice(0, 4)).toEqual(['2026-11-23 09:00:00', '登录', shown[0]?.personName, 'auditor1']);
});

test('what an attacker wrote into the log is no formula in its export', async () => {
  const [line] = await exported('kind=refused&from=2026-11-23&to=2026-11-23');
  expect(line?.slice(0, 6)).toEqual([
    '2026-11-23 00:30:05',
    '越权拒绝',
    undefined,
    undefined,
    undefined,
    "'=cmd()",
  ]);
});

test('an export of the log stands in the log, with what was asked', async () => {
  const before = (await exports()).length;
  await exported('q=10.1.1.1');
  const [last] = await exports();
  expect([(await exports()).length, last?.detail, last?.subject]).toEqual([
    before + 1,
    '导出审计日志',
    'log',
  ]);
  const row = await api.orm.em.fork().findOneOrFail(LogEntry, { id: last?.id ?? '' });
  expect(row.data).toEqual({ q: '10.1.1.1' });
});

test('nobody but the auditor exports the log, and his filter is checked', async () => {
  expect((await (await api.as('sysadmin1')).get('/api/log/export')).status).toBe(403);
  expect((await auditor.get('/api/log/export?from=yesterday')).status).toBe(400);
});

test('more lines than one file takes are refused in words, and nothing is exported', async () => {
  const before = (await exports()).length;
  await api.orm.em.fork().execute(
    `insert into log_entry (id, at, kind, detail)
     select gen_random_uuid(), '2026-10-01T00:00:00Z', 'refused', 'x' from generate_series(1, ${mostLogLines + 1})`,
  );
  const { status, body } = await auditor.get<Problem>('/api/log/export?to=2026-10-31');
  expect([status, body.detail]).toEqual([422, expect.stringContaining('缩小日期范围')]);
  expect(await exports()).toHaveLength(before);
});
