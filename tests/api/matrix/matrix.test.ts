import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LogView } from '#contracts/log';
import type { Created, Page } from '#contracts/page';
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
import { absenceRows } from './absences.ts';
import { calendarRows } from './calendar.ts';
import { dispatchRows } from './dispatches.ts';
import { draftRows } from './drafts.ts';
import { ruleRows } from './rules.ts';
import { caseRows, playPairs } from './cases.ts';
import { commitmentRows } from './commitments.ts';
import { channelRows } from './channels.ts';
import { fileRows } from './files.ts';
import { fontRows } from './fonts.ts';
import { identityRows } from './identity.ts';
import { paperCheckRows } from './paper-checks.ts';
import { pairListRows } from './pair-lists.ts';
import type { Relation, Row, Target } from './row.ts';
import { wordingRows } from './wording.ts';
import { workloadRows } from './workload.ts';

/** One line per area; an endpoint without a row fails. */
const rows: Record<string, Row> = {
  ...identityRows,
  ...channelRows,
  ...absenceRows,
  ...caseRows,
  ...commitmentRows,
  ...dispatchRows,
  ...fileRows,
  ...fontRows,
  ...pairListRows,
  ...paperCheckRows,
  ...workloadRows,
  ...calendarRows,
  ...ruleRows,
  ...wordingRows,
  ...draftRows,
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

/** Who stands in for whom, and whose other organisations are tried. */
const deputies: [deputy: string, absent: string, other: Partial<Record<Relation, Target>>][] = [
  ['inspector2', 'head2', { other: at('caizheng1'), subordinate: at('youyi.liaison') }],
  ['leader2', 'chief1', { other: at('caizheng1'), subordinate: at('youyi.liaison') }],
  ['inspector3', 'sysadmin1', { other: at('caizheng1'), subordinate: at('youyi.liaison') }],
  ['chaoyang.liaison', 'chaoyang.principal', { other: at('youyi.liaison') }],
];
/** What the more permitting of the roles is answered. */
const most = (answers: readonly number[]): number =>
  answers.find((status) => status < 300) ?? answers.find((status) => status !== 403) ?? 403;

const roleOf = (login: string) => demoPeople.find((one) => one.login === login)?.posts[0]?.role;

test('a deputy gets what he and the absent one may have, and nothing more; afterwards his own alone', async () => {
  const differing: string[] = [];
  for (const [login, absent, others] of deputies) {
    const [own, given] = [roleOf(login), roleOf(absent)];
    if (!own || !given) throw new Error(login);
    const deputy = await api.as(login);
    const [{ personId }, { personId: absentId, postId }] = [at(login), at(absent)];
    const body = { from: '2026-11-23', to: '2026-11-23', deputyId: personId, postIds: [postId] };
    const path = `/api/people/${absentId}/absences`;
    const entered = await (await api.as(absent)).send<Created>('POST', path, body);
    expect(entered.status).toBe(201);
    const compare = async (roles: readonly Role[]) => {
      for (const [route, row] of Object.entries(rows)) {
        if (route === 'DELETE /api/session') continue;
        // Absences and declarations are the person's own business: they do not pass on.
        const held = route in absenceRows ? [own] : roles;
        for (const [relation, target] of Object.entries({ own: at(login), ...others })) {
          const status = await ask(deputy, route, row, target);
          const right = most(held.map((role) => expected(row, role, relation as Relation)));
          if (status !== right)
            differing.push(
              `${route} as ${login} with ${held.join()} at ${relation}: ${status}, not ${right}`,
            );
        }
      }
    };
    await compare([own, given]);
    const end = { version: 1, why: '已返岗' };
    await (await api.as(absent)).send('POST', `/api/absences/${entered.body.id}/end`, end);
    await compare([own]);
  }
  expect(differing).toEqual([]);
}, 300_000);

test('a refusal by role stands in the log', async () => {
  const answer = await browsers.get('auditor')?.get<Page<LogView>>('/api/log?kind=refused&limit=5');
  expect(answer?.body.items[0]?.detail).toMatch('已拒绝');
});
