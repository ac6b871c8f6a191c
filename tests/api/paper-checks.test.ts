import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash, randomInt } from 'node:crypto';
import type { LogView } from '#contracts/log';
import type { Page } from '#contracts/page';
import type { PaperCheck } from '#contracts/paper-check';
import type { Problem } from '#contracts/problem';
import type { NoticeDocument } from '#domain/notice';
import { newCheckCode } from '#domain/check-code';
import { plusMs } from '#domain/day';
import { newId } from '#db/id';
import { signedNotice } from './issued-notice.ts';
import { runningApi } from './running-api.ts';
import type { RunningApi } from './running-api.ts';

let api: RunningApi;
interface Row {
  id: string;
  case_id: string;
  number: string;
  check_code: string;
  pdf_sha256: string;
  document: NoticeDocument;
}
let paper: Row;
beforeAll(async () => {
  api = await runningApi();
  await signedNotice(api, '2026-11-23');
  [paper] = (await api.orm.em
    .fork()
    .execute<Row[]>('select * from notice where rendered_at is not null and check_code is not null')) as [
    Row,
  ];
}, 120_000);
afterAll(() => api.stop());

/** A new window, and nobody's looks are counted any more. */
const forgotten = () => api.orm.em.fork().execute('delete from check_look');
const check = (body: object, browser = api.browser()) =>
  browser.send<PaperCheck & Problem>('POST', '/api/paper-checks', body);
const unknown = () => newCheckCode((below) => randomInt(below));
const log = async () =>
  (await (await api.as('auditor1')).get<Page<LogView>>('/api/log?kind=paper-checked&limit=100')).body.items;

test('every issued paper has a code of its own, and bears it', async () => {
  const rows = await api.orm.em.fork().execute<Row[]>('select * from notice');
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map(({ check_code }) => check_code)).size).toBe(rows.length);
  for (const { check_code } of rows) expect(check_code).toMatch(/^[2-9A-Y]{4}-[2-9A-Y]{4}-[2-9A-Y]{4}$/);
  expect(paper.document.frame.check).toEqual({ code: paper.check_code });
});

test('whoever holds a paper is told its number and day, whether the file is the one that was issued, and nothing else', async () => {
  await forgotten();
  const { status, body } = await check({ code: ` ${paper.check_code.toLowerCase().replaceAll('-', '－')} ` });
  const told = { number: paper.number, issuedOn: '2026-11-23', file: null, voidedOn: null, replaced: null };
  expect([status, body]).toEqual([200, { paper: told }]);
  const file = async (sha256: string) => (await check({ code: paper.check_code, sha256 })).body.paper?.file;
  expect(await file(paper.pdf_sha256)).toBe('same');
  expect(await file(createHash('sha256').update('another').digest('hex'))).toBe('other');
});

test('whatever is no code of ours is answered alike', async () => {
  await forgotten();
  for (const code of [unknown(), 'K7QM', '督查通知', paper.check_code.slice(0, -1)]) {
    const { status, body } = await check({ code });
    expect([code, status, body]).toEqual([code, 200, { paper: null }]);
  }
  const bad = await check({ code: paper.check_code, sha256: 'zz' });
  expect([bad.status, bad.body.errors?.[0]?.detail]).toEqual([400, '文件的核对值不正确，请重新选择文件。']);
});

test('a paper whose bytes do not exist yet is not told of', async () => {
  await forgotten();
  const em = api.orm.em.fork();
  const [id, code] = [newId(), unknown()];
  await em.execute(
    `insert into notice (id, case_id, seq, idx, nth, code, title, params, to_org_ids, issued_at, check_code)
     select ?, case_id, seq, idx, 99, code, title, params, to_org_ids, issued_at, ? from notice where id = ?`,
    [id, code, paper.id],
  );
  expect((await check({ code })).body.paper).toBeNull();
});

test('a paper that no longer holds says so', async () => {
  await forgotten();
  const em = api.orm.em.fork();
  const copy = async (more: string) => {
    const [id, code] = [newId(), unknown()];
    await em.execute(
      `insert into notice (id, case_id, seq, idx, nth, code, title, params, to_org_ids, issued_at, check_code, pdf_sha256,
         rendered_at, replaces_id, replaces_how, voided_at)
       select ?, case_id, seq, idx, ?, code, title, params, to_org_ids, issued_at, ?, pdf_sha256, rendered_at, ${more}
         from notice where id = ?`,
      [id, randomInt(100, 10_000), code, paper.id],
    );
    return { id, code };
  };
  const voided = await copy(`null, null, '2026-11-24T16:30:00Z'`);
  expect((await check({ code: voided.code })).body.paper).toMatchObject({
    voidedOn: '2026-11-25',
    replaced: null,
  });
  const old = await copy('null, null, null');
  await copy(`'${old.id}'::uuid, 'replace', null`);
  expect((await check({ code: old.code })).body.paper).toMatchObject({ voidedOn: null, replaced: '替代' });
});

test('thirty looks in ten minutes, then a pause; right and wrong codes count alike', async () => {
  await forgotten();
  const answers = await Promise.all(
    Array.from({ length: 33 }, (_, nth) => check({ code: nth % 2 ? unknown() : paper.check_code })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(30);
  const late = await check({ code: paper.check_code });
  expect([late.status, late.body.detail]).toEqual([429, '查验太频繁，请10分钟后再试。']);
  api.clock.set(plusMs(api.clock.now(), 10 * 60_000 + 1));
  expect((await check({ code: paper.check_code })).status).toBe(200);
});

test('each look is in the log, without a name, an address or the code; a pause once', async () => {
  const before = (await log()).length;
  await forgotten();
  await check({ code: paper.check_code });
  await check({ code: unknown() });
  const [miss, hit] = await log();
  expect((await log()).length).toBe(before + 2);
  expect([miss?.detail, hit?.detail, hit?.subjectId]).toEqual(['没有查到文书', '查到文书', paper.id]);
  for (const line of [miss, hit]) expect([line?.personId, line?.login, line?.ip]).toEqual([null, null, null]);
  const kept = await api.orm.em
    .fork()
    .execute<{ text: string }[]>(
      `select l::text as text from log_entry l where kind = 'paper-checked' union all select c::text from check_look c`,
    );
  for (const { text } of kept) expect(text).not.toMatch(/127\.0\.0\.1|::1/u);
  for (const { text } of kept) expect(text).not.toContain(paper.check_code);
});
