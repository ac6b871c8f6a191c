import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { LogView } from '#contracts/log';
import type { OrgDetail, OrgView } from '#contracts/org';
import type { OrgImportDone, OrgImportView } from '#contracts/org-import';
import type { MessageView } from '#contracts/message';
import type { Page } from '#contracts/page';
import type { PersonView } from '#contracts/person';
import { demoId } from '#db/seed/demo';
import { orgColumnCodes, orgColumns } from '#domain/org-table';
import type { Browser } from './running-api.ts';
import { uploadingApi } from './uploading.ts';
import type { UploadingApi } from './uploading.ts';

let uploading: UploadingApi;
let system: Browser;
beforeAll(async () => {
  uploading = await uploadingApi(['sysadmin1']);
  system = await uploading.api.as('sysadmin1');
});
afterAll(() => uploading.api.stop());

const head = Object.values(orgColumns);
const pasted = (...rows: string[][]) => [head, ...rows].map((cells) => cells.join('\t')).join('\n');
const check = async (body: object) =>
  (await system.send<OrgImportView>('POST', '/api/orgs/import', body)).body;
const confirm = <T = OrgImportDone>(body: object) => system.send<T>('POST', '/api/orgs/import/confirm', body);
const found = async (q: string) =>
  (await system.get<Page<OrgView>>(`/api/orgs?q=${encodeURIComponent(q)}`)).body.items;
const problems = (view: OrgImportView) =>
  view.rows.flatMap((row) => row.problems.map(({ cell, sentence }) => `${cell} ${sentence}`));

const hospital = ['北京导入医院', '导入医院、导入', '医院', '三级甲等', '综合医院', '西城区', ''];
const table = pasted(
  ['北京导入医院东院区', '', '医院', '', '', '', '北京导入医院'],
  [...hospital, '赵联络', 'Daoru.Liaison', '孙院长', 'daoru.principal'],
  ['友谊医院', '友谊', '', '', '', '通州区'],
  ['北京朝阳医院'],
);

test('a dry run says of each row what would happen, and writes nothing', async () => {
  const view = await check({ pasted: table });
  expect(problems(view)).toEqual([]);
  expect(view).toMatchObject({ created: 2, changed: 1, unchanged: 1, people: 2, problems: 0 });
  expect(view.rows.map(({ row, result }) => [row, result])).toEqual([
    [2, 'new'],
    [3, 'new'],
    [4, 'changed'],
    [5, 'unchanged'],
  ]);
  expect(view.rows[0]?.says).toEqual(['新建医院，上级机构北京导入医院']);
  expect(view.rows[1]?.says.slice(1)).toEqual([
    '新建人员赵联络和账号 daoru.liaison；医院联络员职务待安全管理员授予',
    '新建人员孙院长和账号 daoru.principal；医院主要负责人职务待安全管理员授予',
  ]);
  expect(view.rows[2]?.says[0]).toMatch(/^即已登记的.*北京友谊医院；区：.*通州区；增加简称：友谊$/u);
  expect(await found('导入')).toEqual([]);
});

test('an import is carried out once; the same again changes nothing and shows no password', async () => {
  const { hash } = await check({ pasted: table });
  const { status, body } = await confirm({ pasted: table, hash });
  expect(status).toBe(200);
  expect(body).toMatchObject({ created: 2, changed: 1, unchanged: 1, people: 2 });
  const [parent, campus] = ['北京导入医院', '北京导入医院东院区'];
  const orgs = await found('导入');
  const idOf = (name: string) => orgs.find((org) => org.name === name);
  expect(idOf(parent ?? '')).toMatchObject({
    parentId: demoId('org', 'bureau'),
    level: '三级甲等',
    district: '西城区',
  });
  expect(idOf(campus ?? '')?.parentId).toBe(idOf(parent ?? '')?.id);
  const youyi = (await system.get<OrgDetail>(`/api/orgs/${demoId('org', 'youyi')}`)).body;
  expect(youyi).toMatchObject({
    district: '通州区',
    names: expect.arrayContaining([expect.objectContaining({ name: '友谊' })]),
  });

  const [liaison] = body.accounts;
  expect(liaison).toMatchObject({
    name: '赵联络',
    login: 'daoru.liaison',
    awaits: '医院联络员（北京导入医院）',
  });
  const session = await (await uploading.api.as('daoru.liaison', liaison?.password)).get('/api/session');
  expect(session.body).toMatchObject({ mustChangePassword: true, posts: [] });

  const again = await confirm({ pasted: table, hash });
  expect(again.body).toEqual({ created: 0, changed: 0, unchanged: 4, people: 0, accounts: [] });
  expect((await system.get<Page<PersonView>>('/api/people?q=赵联络')).body.items).toHaveLength(1);
});

test('posts stay with the security administrator, who is told whom they await', async () => {
  const people = (await system.get<Page<PersonView>>('/api/people?q=孙院长')).body.items;
  expect(people.map(({ posts }) => posts)).toEqual([[]]);
  const { body } = await (await uploading.api.as('secadmin1')).get<Page<MessageView>>('/api/messages');
  expect(body.items).toMatchObject([
    { code: 'posts-awaited', params: { text: expect.stringContaining('孙院长') } },
  ]);
});

test('an import stands in the log once, beside a line for each organisation and person', async () => {
  const { body } = await (await uploading.api.as('auditor1')).get<Page<LogView>>('/api/log?q=导入机构');
  expect(body.items.map(({ detail }) => detail)).toEqual([
    '导入机构：新建机构2家，修改1家，新建人员和账号2个',
  ]);
});

test('what is wrong is said with its cell, and with one fault nothing at all is imported', async () => {
  const wrong = pasted(
    ['甲新医院', '', '医院', '', '', '', '没有的集团'],
    ['乙新医院', '朝阳医院、丙新医院', '诊所'],
    ['丙新医院', '', '医院', '很'.repeat(31)],
    ['乙新 医院', '', '医院'],
    ['丁新医院', '', '处室', '', '', '', '北京市财政局', '甲', 'ok.login', '乙', 'x'],
    ['戊新医院', '', '医院', '', '', '', '', '丙', 'inspector1', '丁'],
    ['', '无名', '医院'],
    ['北京朝阳医院', '', '责任部门'],
    ['己新医院', '', '医院', '', '', '', '庚新医院'],
    ['庚新医院', '', '医院', '', '', '', '己新医院'],
  );
  const view = await check({ pasted: wrong });
  const said = problems(view);
  for (const [cell, words] of [
    ['G2', '没有找到上级机构“没有的集团”'],
    ['B3', '“朝阳医院”已是'],
    ['B3', '“丙新医院”在第 4 行'],
    ['C3', '类别“诊所”不认识'],
    ['D4', '级别超过30个字'],
    ['A5', '与第 3 行重名'],
    ['G6', '处室不能设在责任部门之下'],
    ['H6', '处室没有联络员'],
    ['K6', '登录名“x”不能用'],
    ['I7', '登录名“inspector1”已由'],
    ['K7', '填了姓名，还要填负责人登录名'],
    ['A8', '没有名称'],
    ['C9', '类别不能改'],
    ['G10', '绕回'],
  ])
    expect(said).toContainEqual(expect.stringMatching(`^${cell} .*${words}`));
  const { status, body } = await confirm<{ detail: string }>({ pasted: wrong, hash: view.hash });
  expect([status, body.detail]).toEqual([
    422,
    `表中有${view.problems}处问题，一家也没有导入。请改正后重新核对。`,
  ]);
  expect(await found('新医院')).toEqual([]);
});

test('only the table that was looked at is imported', async () => {
  const { hash } = await check({ pasted: pasted(['辛新医院', '', '医院']) });
  expect((await confirm({ pasted: pasted(['壬新医院', '', '医院']), hash })).status).toBe(409);
  expect(await found('新医院')).toEqual([]);
});

test('two imports of one table at once make each organisation once', async () => {
  const body = { pasted: pasted(['癸新医院', '', '医院', '', '', '', '', '吴一', 'wu.yi']) };
  const { hash } = await check(body);
  const both = await Promise.all([1, 2].map(() => confirm({ ...body, hash })));
  expect(both.map((one) => [one.status, one.body.created]).sort()).toEqual([
    [200, 0],
    [200, 1],
  ]);
});

test('the template, filled in and uploaded, is read; it is the same table as the pasted one', async () => {
  const template = await fetch(`${uploading.address}/api/orgs/import/template.xlsx`, {
    headers: uploading.headersOf('sysadmin1'),
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await template.arrayBuffer());
  const row = ['子新医院', '子医院', '医院', '二级', '专科医院', '海淀区'];
  book.worksheets[0]?.getRow(2).splice(1, row.length, ...row);
  expect(book.worksheets[0]?.columnCount).toBe(orgColumnCodes.length);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const { id } = await uploading.oneFile('sysadmin1', '机构.xlsx', bytes);
  const view = await check({ fileId: id });
  expect(view).toMatchObject({ source: '机构.xlsx', created: 1, problems: 0 });
  expect(view.hash).toBe((await check({ pasted: pasted(row) })).hash);
});

test('what is no table is answered with what would be right', async () => {
  const refused = async (body: object) => (await system.send('POST', '/api/orgs/import', body)).body.errors;
  expect(await refused({})).toMatchObject([{ field: 'pasted' }]);
  expect(await refused({ pasted: '北京某医院' })).toMatchObject([
    { field: 'pasted', detail: expect.stringMatching('没有找到表头“名称”') },
  ]);
  expect(await refused({ pasted: head.join('\t') })).toMatchObject([
    { detail: expect.stringMatching('表头下面没有机构') },
  ]);
});
