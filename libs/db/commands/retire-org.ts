import type { Clock } from '#config/clock';
import type { MergeOrg } from '#contracts/org';
import { conflict, invalid } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import { Org, OrgName } from '../entities/org.ts';
import type { EntityManager } from '../orm.ts';
import { withBelow } from '../queries/scope.ts';
import { changeOrg, logOrg, orgOf } from './orgs.ts';
import type { LogSource } from './write-log.ts';

type Administrator = LogSource & { actor: Actor };

/** Posts in it give nothing from now on. Refused where it would shut out the administrator himself. */
export async function disableOrg(
  em: EntityManager,
  clock: Clock,
  by: Administrator,
  id: string,
  version: number,
): Promise<void> {
  refuseOwn(by, id);
  await em.transactional(async (tx) => {
    const below = await tx.count(Org, { parentId: id, disabledOn: null });
    if (below > 0) throw conflict(`还有 ${below} 个下级机构在用，请先停用或移走。`);
    const org = await changeOrg(tx, id, version, { disabledOn: clock.today() });
    if (org.disabledOn) throw conflict('该机构已停用。');
    await logOrg(tx, clock, by, id, `停用机构：${org.name}`);
  });
}

export async function enableOrg(
  em: EntityManager,
  clock: Clock,
  by: LogSource,
  id: string,
  version: number,
): Promise<void> {
  await em.transactional(async (tx) => {
    const org = await changeOrg(tx, id, version, { disabledOn: null });
    if (!org.disabledOn) throw conflict('该机构本来就在用。');
    if (org.mergedIntoId) throw conflict('该机构已并入其他机构，不能恢复。');
    await logOrg(tx, clock, by, id, `恢复机构：${org.name}`);
  });
}

/**
 * Its names and what stands below it go over; its posts end with it, since granting posts anew is for the
 * security administrator.
 */
export async function mergeOrg(
  em: EntityManager,
  clock: Clock,
  by: Administrator,
  id: string,
  { version, intoId }: MergeOrg,
): Promise<void> {
  refuseOwn(by, id);
  await em.transactional(async (tx) => {
    const into = await orgOf(tx, intoId);
    if (into.disabledOn) throw invalid('intoId', '并入的机构已停用');
    if ((await withBelow(tx, [id])).includes(intoId)) throw invalid('intoId', '不能并入自身或自己的下级');
    const today = clock.today();
    const org = await changeOrg(tx, id, version, { disabledOn: today, mergedIntoId: intoId });
    if (org.kind !== into.kind) throw invalid('intoId', '只能并入同类机构');
    if (org.mergedIntoId) throw conflict('该机构已并入其他机构。');
    await tx.nativeUpdate(Org, { parentId: id }, { parentId: intoId });
    const former = { orgId: intoId, sort: 'former' as const };
    await tx.nativeUpdate(OrgName, { orgId: id, until: null }, { ...former, until: today });
    await tx.nativeUpdate(OrgName, { orgId: id }, former);
    await logOrg(tx, clock, by, id, `合并机构：${org.name} 并入 ${into.name}`, { intoId });
  });
}

function refuseOwn(by: Administrator, id: string): void {
  if (by.actor.posts.some((post) => post.orgId === id))
    throw conflict('您本人在该机构任职，不能停用或合并它。');
}
