import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LogView } from '#contracts/log';
import type { Page } from '#contracts/page';
import { Org } from '#db/entities/org';
import { Person } from '#db/entities/person';
import { Post } from '#db/entities/post';
import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import { demoLogins } from '#db/seed/demo-logins';
import { demoPeople } from '#db/seed/demo-people';
import type { Role } from '#domain/role';
import { runningApi } from '../running-api.ts';
import type { Browser, RunningApi } from '../running-api.ts';
import { caseRows, playPairs } from './cases.ts';
import { channelRows } from './channels.ts';
import { fileRows } from './files.ts';
import { identityRows } from './identity.ts';
import { pairListRows } from './pair-lists.ts';
import type { Relation, Row, Target } from './row.ts';

/** One line per area; an endpoint without a row fails. */
const rows: Record<string, Row> = {
  ...identityRows,
  ...caseRows,
  ...fileRows,
  ...pairListRows,
  ...channelRows,
};

let api: RunningApi;
const browsers = new Map<Role, Browser>();

beforeAll(async () => {
  api = await runningApi();
  await addBranch();
  await playPairs(api.orm, [demoId('org', 'youyi'), demoId('org', 'chaoyang'), branch.orgId]);
  for (const { login } of demoLogins) {
    const role = demoPeople.find((person) => person.login === login)?.posts[0]?.role;
    if (role) browsers.set(role, await api.as(login));
  }
});
afterAll(() => api.stop());

const branch: Target = { orgId: newId(), personId: newId(), postId: newId() };

/** A campus below the hospital of the demo's first hospital people. */
async function addBranch(): Promise<void> {
  const em = api.orm.em.fork();
  const createdAt = api.clock.now();
  const parentId = demoId('org', 'youyi');
  await em.insert(Org, { id: branch.orgId, kind: 'hospital', parentId, name: '分院', createdAt });
  await em.insert(Person, { id: branch.personId, name: '分院联络员', createdAt });
  const { orgId, personId } = branch;
  await em.insert(Post, {
    id: branch.postId,
    orgId,
    personId,
    role: 'liaison',
    from: '2020-01-01',
    createdAt,
  });
}

function at(login: string): Target {
  const post = demoPeople.find((person) => person.login === login)?.posts[0];
  if (!post) throw new Error(login);
  const key = `${login}/${post.org}/${post.role}`;
  return { orgId: demoId('org', post.org), personId: demoId('person', login), postId: demoId('post', key) };
}

function targets(role: Role): Partial<Record<Relation, Target>> {
  const own = at(demoLogins.find(({ login }) => browsersRole(login) === role)?.login ?? '');
  if (['liaison', 'principal', 'clerk'].includes(role)) {
    return { own, other: at('chaoyang.liaison'), subordinate: branch };
  }
  if (role === 'department' || role === 'evaluator') return { own, other: at('chaoyang.liaison') };
  return { own, other: at('caizheng1'), subordinate: at('youyi.liaison') };
}

const browsersRole = (login: string) => demoPeople.find((person) => person.login === login)?.posts[0]?.role;

const ours = (route: string) =>
  route.includes(' /api/') && !route.startsWith('HEAD ') && !route.startsWith('OPTIONS ');

async function ask(browser: Browser, route: string, row: Row, target: Target): Promise<number> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = row.path?.(target) ?? pattern;
  if (method === 'GET') return (await browser.get(path)).status;
  return (await browser.send(method as 'POST', path, row.body)).status;
}

function expected(row: Row, role: Role, relation: Relation): number {
  const may = row.may === 'anyone' || row.may === 'signed-in' || row.may.includes(role);
  if (!may) return 403;
  if (typeof row.answers === 'function') return row.answers(role, relation);
  return row.answers ?? 200;
}

test('every endpoint has a row, and every row an endpoint', () => {
  expect(Object.keys(rows).sort()).toEqual([...new Set(api.routes.filter(ours))].sort());
});

test('without a session only what is for anyone answers', async () => {
  const stranger = api.browser();
  for (const [route, row] of Object.entries(rows)) {
    const status = await ask(stranger, route, row, at('youyi.liaison'));
    const answers = typeof row.answers === 'number' ? row.answers : 200;
    expect([route, status]).toEqual([route, row.may === 'anyone' ? answers : 401]);
  }
});

test('every endpoint × every role × own, other and subordinate organisation answers as its row says', async () => {
  const differing: string[] = [];
  for (const [route, row] of Object.entries(rows)) {
    for (const [role, browser] of browsers) {
      if (route === 'DELETE /api/session') continue;
      for (const [relation, target] of Object.entries(targets(role)) as [Relation, Target][]) {
        const status = await ask(browser, route, row, target);
        const right = expected(row, role, relation);
        if (status !== right) differing.push(`${route} as ${role} at ${relation}: ${status}, not ${right}`);
      }
    }
  }
  expect(browsers.size).toBe(14);
  expect(differing).toEqual([]);
}, 300_000);

test('a refusal by role stands in the log', async () => {
  const answer = await browsers.get('auditor')?.get<Page<LogView>>('/api/log?kind=refused&limit=5');
  expect(answer?.body.items[0]?.detail).toMatch('已拒绝');
});
