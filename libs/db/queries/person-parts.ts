import type { Clock } from '#config/clock';
import type { AccountView, PostView, QualificationView } from '#contracts/person';
import type { Day } from '#domain/day';
import { roles } from '#domain/role';
import { Account, LogInAttempt } from '../entities/account.ts';
import { Org } from '../entities/org.ts';
import { Qualification } from '../entities/person.ts';
import { Post } from '../entities/post.ts';
import type { EntityManager } from '../orm.ts';

const holdsOn = (today: Day, from: Day, until: Day | null | undefined): boolean =>
  from <= today && (!until || until > today);

function grouped<R extends { personId: string }, V>(
  rows: readonly R[],
  view: (row: R) => V,
): Map<string, V[]> {
  const byPerson = new Map<string, V[]>();
  for (const row of rows) byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), view(row)]);
  return byPerson;
}

export async function postsOf(
  em: EntityManager,
  clock: Clock,
  personIds: readonly string[],
): Promise<Map<string, PostView[]>> {
  const rows = await em.find(
    Post,
    { personId: { $in: personIds } },
    { orderBy: { from: 'desc', id: 'asc' } },
  );
  const orgs = await em.find(Org, { id: { $in: rows.map((row) => row.orgId) } });
  const orgOf = new Map(orgs.map((org) => [org.id, org]));
  return grouped(rows, ({ id, orgId, role, from, until }) => ({
    ...{ id, orgId, role, from },
    orgName: orgOf.get(orgId)?.name ?? '',
    orgKind: orgOf.get(orgId)?.kind ?? 'department',
    roleLabel: roles[role],
    until: until ?? null,
    current: holdsOn(clock.today(), from, until),
  }));
}

const sortLabels = { certificate: '行政执法证', legal: '法律职业资格' } as const;

export async function qualificationsOf(
  em: EntityManager,
  clock: Clock,
  personIds: readonly string[],
): Promise<Map<string, QualificationView[]>> {
  const order = { orderBy: { from: 'desc' as const, id: 'asc' as const } };
  const rows = await em.find(Qualification, { personId: { $in: personIds } }, order);
  return grouped(rows, ({ id, sort, number, from, until }) => ({
    ...{ id, sort, number, from },
    sortLabel: sortLabels[sort],
    until: until ?? null,
    current: holdsOn(clock.today(), from, until),
  }));
}

export async function accountsOf(
  em: EntityManager,
  clock: Clock,
  personIds: readonly string[],
): Promise<Map<string, AccountView>> {
  const rows = await em.find(Account, { personId: { $in: personIds } });
  const locks = { login: { $in: rows.map((row) => row.login) }, lockedUntil: { $gt: clock.now() } };
  const locked = new Set((await em.find(LogInAttempt, locks)).map((row) => row.login));
  const view = ({ login, disabledAt, mustChangePassword }: (typeof rows)[number]): AccountView => ({
    ...{ login, mustChangePassword },
    disabled: Boolean(disabledAt),
    locked: locked.has(login),
  });
  return new Map(rows.map((row) => [row.personId, view(row)]));
}
