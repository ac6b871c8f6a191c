import type { FilterQuery } from '@mikro-orm/core';
import type { Clock } from '#config/clock';
import type { PersonQuery, PersonView } from '#contracts/person';
import type { Page } from '#contracts/page';
import { notFound } from '#contracts/problem';
import { holds } from '#domain/actor';
import type { Actor } from '#domain/actor';
import { Account } from '../entities/account.ts';
import { Person } from '../entities/person.ts';
import type { PersonRow } from '../entities/person.ts';
import { Post } from '../entities/post.ts';
import { containing } from '../like.ts';
import type { EntityManager } from '../orm.ts';
import { accountsOf, postsOf, qualificationsOf } from './person-parts.ts';
import { reach } from './scope.ts';

/** A hospital sees the people who hold or held a post with it; everybody sees himself. */
async function visible(em: EntityManager, actor: Actor): Promise<FilterQuery<PersonRow>> {
  const orgIds = await reach(em, actor);
  if (orgIds === 'all') return {};
  const posts = await em.find(Post, { orgId: { $in: orgIds } });
  return { id: { $in: [actor.personId, ...posts.map((post) => post.personId)] } };
}

async function matching(
  em: EntityManager,
  clock: Clock,
  query: PersonQuery,
): Promise<FilterQuery<PersonRow>[]> {
  const where: FilterQuery<PersonRow>[] = [];
  const { q, orgId, role } = query;
  if (!query.withDisabled) where.push({ disabledOn: null });
  if (q) {
    const accounts = await em.find(Account, { login: { $ilike: containing(q) } }, { limit: 1000 });
    const ids = accounts.map((account) => account.personId);
    where.push({ $or: [{ name: { $ilike: containing(q) } }, { id: { $in: ids } }] });
  }
  if (orgId || role) {
    const current = { $or: [{ until: null }, { until: { $gt: clock.today() } }] };
    const office = { ...(orgId ? { orgId } : {}), ...(role ? { role } : {}) };
    const posts = await em.find(Post, { ...office, ...current });
    where.push({ id: { $in: posts.map((post) => post.personId) } });
  }
  return where;
}

export async function people(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  query: PersonQuery,
): Promise<Page<PersonView>> {
  const found = await em.findByCursor(Person, {
    where: { $and: [await visible(em, actor), ...(await matching(em, clock, query))] },
    orderBy: { sortName: 'asc', id: 'asc' },
    first: query.limit,
    ...(query.after ? { after: query.after } : {}),
    includeCount: false,
  });
  const items = await views(em, clock, actor, found.items);
  return { items, next: found.hasNextPage ? found.endCursor : null };
}

export async function person(em: EntityManager, clock: Clock, actor: Actor, id: string): Promise<PersonView> {
  const [view] = await views(em, clock, actor, [await visiblePerson(em, actor, id)]);
  if (!view) throw new Error('a person without a view');
  return view;
}

export async function visiblePerson(em: EntityManager, actor: Actor, id: string): Promise<PersonRow> {
  const row = await em.findOne(Person, { $and: [{ id }, await visible(em, actor)] });
  if (!row) throw notFound('没有这个人，或您无权查看。');
  return row;
}

async function views(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  rows: readonly PersonRow[],
): Promise<PersonView[]> {
  const ids = rows.map((row) => row.id);
  const posts = await postsOf(em, clock, ids);
  const qualifications = await qualificationsOf(em, clock, ids);
  const keeps = holds(actor, 'system-admin');
  const accounts = keeps ? await accountsOf(em, clock, ids) : undefined;
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, demo: row.demo, version: row.version },
    phone: covered(row.phone ?? null),
    ...(keeps || row.id === actor.personId
      ? { email: row.email ?? null, mailChoice: row.mailChoice }
      : { email: null, mailChoice: null }),
    disabledOn: row.disabledOn ?? null,
    posts: posts.get(row.id) ?? [],
    qualifications: qualifications.get(row.id) ?? [],
    account: accounts?.get(row.id) ?? null,
  }));
}

const covered = (phone: string | null): string | null =>
  phone && phone.replace(/^(.{3}).*(.{2})$/, (_, head: string, tail: string) => `${head}****${tail}`);
