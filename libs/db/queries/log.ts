import type { FilterQuery } from '@mikro-orm/core';
import type { LogFilter, LogQuery, LogView } from '#contracts/log';
import { logKinds } from '#contracts/log';
import type { Page } from '#contracts/page';
import { LogEntry } from '../entities/log-entry.ts';
import type { LogEntryRow } from '../entities/log-entry.ts';
import { Org } from '../entities/org.ts';
import { Person } from '../entities/person.ts';
import { containing } from '../like.ts';
import type { EntityManager } from '../orm.ts';
import { bothNames } from './cases/names.ts';

/** A day in Asia/Shanghai begins eight hours before it does in UTC; PostgreSQL reads the offset. */
const startOf = (day: string) => `${day}T00:00:00+08:00`;
const endOf = (day: string) => `${day}T23:59:59.999+08:00`;

function filter({ kind, personId, orgId, q, from, to }: LogFilter): FilterQuery<LogEntryRow>[] {
  const where: FilterQuery<LogEntryRow>[] = [];
  if (kind) where.push({ kind });
  if (personId) where.push({ personId });
  if (orgId) where.push({ orgId });
  if (from) where.push({ at: { $gte: startOf(from) } });
  if (to) where.push({ at: { $lte: endOf(to) } });
  if (q) {
    const like = { $ilike: containing(q) };
    where.push({ $or: [{ detail: like }, { login: like }, { ip: like }, { requestId: q }] });
  }
  return where;
}

/** Looks no further than it must: a log may have millions of lines. */
export async function isLogLongerThan(em: EntityManager, query: LogFilter, most: number): Promise<boolean> {
  const where = { $and: filter(query) };
  const order = { at: 'desc', id: 'desc' } as const;
  const [beyond] = await em.find(LogEntry, where, { fields: ['id'], orderBy: order, offset: most, limit: 1 });
  return beyond !== undefined;
}

export async function log(em: EntityManager, query: LogQuery): Promise<Page<LogView>> {
  const found = await em.findByCursor(LogEntry, {
    where: { $and: filter(query) },
    orderBy: { at: 'desc', id: 'desc' },
    first: query.limit,
    ...(query.after ? { after: query.after } : {}),
    includeCount: false,
  });
  const items = await views(em, found.items);
  return { items, next: found.hasNextPage ? found.endCursor : null };
}

async function views(em: EntityManager, rows: readonly LogEntryRow[]): Promise<LogView[]> {
  const people = await em.find(Person, {
    id: { $in: rows.flatMap((row) => [row.personId ?? [], row.forPersonId ?? []].flat()) },
  });
  const orgs = await em.find(Org, { id: { $in: rows.flatMap((row) => row.orgId ?? []) } });
  const nameOf = new Map([...people, ...orgs].map((row) => [row.id, row.name]));
  return rows.map((row) => ({
    ...{ id: row.id, at: row.at, kind: row.kind, kindLabel: logKinds[row.kind], detail: row.detail },
    personId: row.personId ?? null,
    personName: bothNames((id) => nameOf.get(id ?? '') ?? null, {
      personId: row.personId ?? null,
      forPersonId: row.forPersonId ?? null,
    }),
    login: row.login ?? null,
    orgId: row.orgId ?? null,
    orgName: row.orgId ? (nameOf.get(row.orgId) ?? null) : null,
    ip: row.ip ?? null,
    requestId: row.requestId ?? null,
    subject: row.subject ?? null,
    subjectId: row.subjectId ?? null,
  }));
}
