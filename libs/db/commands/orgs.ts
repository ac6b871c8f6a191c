import type { Clock } from '#config/clock';
import type { EditOrg, MoveOrg, NewOrg, RenameOrg } from '#contracts/org';
import { conflict, invalid, notFound, stale } from '#contracts/problem';
import { mayStandUnder } from '#domain/org-tree';
import { orgKinds } from '#domain/role';
import type { OrgKind } from '#domain/role';
import { Org } from '../entities/org.ts';
import type { OrgRow } from '../entities/org.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { withBelow } from '../queries/scope.ts';
import { giveName } from './org-names.ts';
import { writeLog } from './write-log.ts';
import type { LogSource } from './write-log.ts';

export async function createOrg(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  org: NewOrg,
): Promise<string> {
  const { aliases = [], parentId, ...attributes } = org;
  const id = newId();
  await em.transactional(async (tx) => {
    await fitParent(tx, org.kind, parentId);
    const row = { id, parentId, ...attributes, createdAt: clock.now() };
    await tx.insert(Org, { ...row, sort: org.sort ?? 0, demo: false, version: 1 });
    await giveName(tx, id, org.name, 'official');
    for (const alias of aliases) await giveName(tx, id, alias, 'alias');
    await logOrg(tx, clock, by, id, `新建${orgKinds[org.kind]}：${org.name}`);
  });
  return id;
}

export async function editOrg(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  { version, ...changes }: EditOrg,
): Promise<void> {
  await em.transactional(async (tx) => {
    const org = await changeOrg(tx, id, version, changes);
    await logOrg(tx, clock, by, id, `修改机构信息：${org.name}`, changes);
  });
}

/** The old name stays a name of it, as a former one. */
export async function renameOrg(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  { version, name, on }: RenameOrg,
): Promise<void> {
  if (on > clock.today()) throw invalid('on', '更名日期不能晚于今天');
  await em.transactional(async (tx) => {
    const org = await changeOrg(tx, id, version, { name });
    if (org.name === name) throw invalid('name', '新名称与现名相同');
    await giveName(tx, id, org.name, 'former', on);
    await giveName(tx, id, name, 'official');
    await logOrg(tx, clock, by, id, `更名：${org.name} → ${name}`);
  });
}

export async function addAlias(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  name: string,
): Promise<void> {
  await em.transactional(async (tx) => {
    const org = await orgOf(tx, id);
    if (org.name === name) throw invalid('name', '与现名相同');
    await giveName(tx, id, name, 'alias');
    await logOrg(tx, clock, by, id, `增加简称：${org.name}（${name}）`);
  });
}

export async function moveOrg(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  { version, parentId }: MoveOrg,
): Promise<void> {
  await em.transactional(async (tx) => {
    const org = await orgOf(tx, id);
    await fitParent(tx, org.kind, parentId, id);
    await changeOrg(tx, id, version, { parentId });
    await logOrg(tx, clock, by, id, `调整隶属关系：${org.name}`, { from: org.parentId, to: parentId });
  });
}

export async function orgOf(em: EntityManager, id: string): Promise<OrgRow> {
  const org = await em.findOne(Org, { id }, { refresh: true });
  if (!org) throw notFound('没有这个机构。');
  return org;
}

/** Answers with the row as it was. */
export async function changeOrg(
  em: EntityManager,
  id: string,
  version: number,
  changes: Partial<OrgRow>,
): Promise<OrgRow> {
  const org = await orgOf(em, id);
  const count = await em.nativeUpdate(Org, { id, version }, { ...changes, version: version + 1 });
  if (count === 0) throw stale();
  return org;
}

async function fitParent(
  em: EntityManager,
  kind: OrgKind,
  parentId: string | null,
  id?: string,
): Promise<void> {
  const parent = parentId ? await orgOf(em, parentId) : undefined;
  if (parent?.disabledOn) throw invalid('parentId', '上级机构已停用');
  if (!mayStandUnder(kind, parent?.kind)) {
    const place = parent ? `设在${orgKinds[parent.kind]}之下` : '没有上级';
    throw invalid('parentId', `${orgKinds[kind]}不能${place}`);
  }
  if (kind === 'bureau' && !id && (await em.count(Org, { kind })) > 0) {
    throw conflict('本系统只设一个主管部门，已经存在。');
  }
  if (!id || !parentId) return;
  if ((await withBelow(em, [id])).includes(parentId))
    throw invalid('parentId', '不能移到自身或自己的下级之下');
}

export async function logOrg(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  detail: string,
  data?: Record<string, unknown>,
): Promise<void> {
  const line = { kind: 'org-changed' as const, subject: 'org', subjectId: id, orgId: id, detail };
  await writeLog(em, clock, by, data ? { ...line, data } : line);
}
