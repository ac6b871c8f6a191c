import type { FilterQuery } from '@mikro-orm/core';
import type { OrgDetail, OrgQuery, OrgView } from '#contracts/org';
import type { Page } from '#contracts/page';
import { notFound } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import { orgKinds } from '#domain/role';
import { Org, OrgName } from '../entities/org.ts';
import type { OrgRow } from '../entities/org.ts';
import { containing } from '../like.ts';
import type { EntityManager } from '../orm.ts';
import { reach } from './scope.ts';

const sortLabels = { official: '现名', alias: '简称', former: '曾用名' } as const;

export const orgViewOf = (org: OrgRow): OrgView => ({
  id: org.id,
  kind: org.kind,
  kindLabel: orgKinds[org.kind],
  parentId: org.parentId ?? null,
  name: org.name,
  level: org.level ?? null,
  type: org.type ?? null,
  district: org.district ?? null,
  sort: org.sort,
  disabledOn: org.disabledOn ?? null,
  mergedIntoId: org.mergedIntoId ?? null,
  demo: org.demo,
  version: org.version,
});

/** A hospital sees itself and the bureau it answers to, no other hospital. */
async function visible(em: EntityManager, actor: Actor): Promise<FilterQuery<OrgRow>> {
  const ids = await reach(em, actor);
  if (ids === 'all') return {};
  return { $or: [{ id: { $in: ids } }, { kind: { $in: ['bureau', 'section'] } }] };
}

export async function orgs(em: EntityManager, actor: Actor, query: OrgQuery): Promise<Page<OrgView>> {
  const where: FilterQuery<OrgRow>[] = [await visible(em, actor)];
  if (!query.withDisabled) where.push({ disabledOn: null });
  if (query.kind) where.push({ kind: query.kind });
  if (query.parentId) where.push({ parentId: query.parentId });
  if (query.q) {
    const named = await em.find(OrgName, { name: { $ilike: containing(query.q) } }, { limit: 2000 });
    where.push({ id: { $in: named.map((row) => row.orgId) } });
  }
  const found = await em.findByCursor(Org, {
    where: { $and: where },
    orderBy: { sort: 'asc', sortName: 'asc', id: 'asc' },
    first: query.limit,
    ...(query.after ? { after: query.after } : {}),
    includeCount: false,
  });
  return { items: found.items.map(orgViewOf), next: found.hasNextPage ? found.endCursor : null };
}

export async function orgDetail(em: EntityManager, actor: Actor, id: string): Promise<OrgDetail> {
  const org = await em.findOne(Org, { $and: [{ id }, await visible(em, actor)] });
  if (!org) throw notFound('没有这个机构，或您无权查看。');
  const parent = org.parentId ? await em.findOne(Org, { id: org.parentId }) : null;
  const names = await em.find(OrgName, { orgId: id }, { orderBy: { sort: 'desc', id: 'asc' } });
  return {
    ...orgViewOf(org),
    parentName: parent?.name ?? null,
    names: names.map(({ name, sort, until }) => ({
      ...{ name, sort, sortLabel: sortLabels[sort] },
      until: until ?? null,
    })),
  };
}
