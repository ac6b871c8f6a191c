import { v5 } from 'uuid';
import type { StartConfig } from '#config/config';
import { Account } from '../entities/account.ts';
import { Org, OrgName } from '../entities/org.ts';
import { Person, Qualification } from '../entities/person.ts';
import { Post } from '../entities/post.ts';
import type { EntityManager } from '../orm.ts';
import { hashPassword } from '../password.ts';
import { plainName } from '../queries/org-by-name.ts';
import { demoPassword } from './demo-logins.ts';
import { demoOrgs } from './demo-orgs.ts';
import { demoPeople } from './demo-people.ts';
import type { DemoPerson } from './demo-people.ts';

const namespace = '6f1c4f1e-6f1c-5a4e-9d0e-2017c0210321';
/** The same row has the same id in every demo database: `demoId('org', 'youyi')`, `demoId('person', 'inspector1')`. */
export const demoId = (table: string, key: string): string => v5(`${table}:${key}`, namespace);

/** Before every day that a demo case needs. */
const since = '2017-01-01';

/**
 * Puts in what is missing and leaves alone what stands, so that it can be loaded again. Returns false, and does
 * nothing, where organisations of a real installation stand.
 */
export async function loadDemo(
  em: EntityManager,
  config: Pick<StartConfig, 'environment' | 'clock'>,
): Promise<boolean> {
  if (config.environment === 'production') throw new Error('生产环境不得载入演示数据。');
  if ((await em.count(Org, { demo: false })) > 0) return false;
  const at = config.clock.now();
  const passwordHash = await hashPassword(demoPassword);
  await em.transactional(async (tx) => {
    await loadOrgs(tx, at);
    await loadPeople(tx, at, passwordHash);
  });
  return true;
}

const ignore = { onConflictAction: 'ignore' as const, onConflictFields: ['id' as const] };

async function loadOrgs(em: EntityManager, createdAt: string): Promise<void> {
  const orgs = demoOrgs.map(({ key, parent, aliases: _, ...org }, sort) => ({
    ...org,
    ...{ id: demoId('org', key), parentId: parent ? demoId('org', parent) : null },
    ...{ sort, demo: true, createdAt, version: 1 },
  }));
  const names = demoOrgs.flatMap(({ key, name, aliases }) =>
    [name, ...aliases].map((called) => ({
      ...{ id: demoId('org-name', called), orgId: demoId('org', key), name: plainName(called) },
      ...{ sort: called === name ? ('official' as const) : ('alias' as const), until: null },
    })),
  );
  await em.upsertMany(Org, orgs, ignore);
  await em.upsertMany(OrgName, names, ignore);
}

async function loadPeople(em: EntityManager, at: string, passwordHash: string): Promise<void> {
  const people = demoPeople.map(({ login, name }, index) => ({
    ...{ id: demoId('person', login), name, phone: `010-5550${String(index).padStart(4, '0')}` },
    ...{ demo: true, createdAt: at, version: 1 },
  }));
  const accounts = demoPeople.map(({ login }) => ({
    ...{ id: demoId('account', login), personId: demoId('person', login), login, passwordHash },
    ...{ passwordChangedAt: at, createdAt: at, demo: true, mustChangePassword: false },
  }));
  const posts = demoPeople.flatMap(({ login, posts: held }) =>
    held.map(({ org, role }) => ({
      ...{ id: demoId('post', `${login}/${org}/${role}`), personId: demoId('person', login) },
      ...{ orgId: demoId('org', org), role, from: since, until: null, createdAt: at },
    })),
  );
  await em.upsertMany(Person, people, ignore);
  await em.upsertMany(Account, accounts, ignore);
  await em.upsertMany(Post, posts, ignore);
  await em.upsertMany(Qualification, demoPeople.flatMap(qualifications), ignore);
}

function qualifications({ login, certificate, legal }: DemoPerson) {
  const given = [
    { sort: 'certificate' as const, number: certificate },
    { sort: 'legal' as const, number: legal },
  ];
  const id = (number: string) => demoId('qualification', number);
  return given.flatMap(({ sort, number }) =>
    number
      ? [{ id: id(number), personId: demoId('person', login), sort, number, from: since, until: null }]
      : [],
  );
}
