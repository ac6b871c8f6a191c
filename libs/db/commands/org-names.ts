import type { Day } from '#domain/day';
import { ProblemError } from '#contracts/problem';
import { Org, OrgName } from '../entities/org.ts';
import type { OrgNameSort } from '../entities/org.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { plainName } from '../queries/org-by-name.ts';

/** A name means one organisation only; one that is taken says by whom. */
export async function giveName(
  em: EntityManager,
  orgId: string,
  name: string,
  sort: OrgNameSort,
  until?: Day,
): Promise<void> {
  const plain = plainName(name);
  const taken = await em.findOne(OrgName, { name: plain });
  if (taken && taken.orgId !== orgId) {
    const holder = await em.findOneOrFail(Org, { id: taken.orgId });
    const detail = `“${name}”已是${holder.name}的名称（含简称、曾用名）。`;
    throw new ProblemError(409, 'name-taken', detail, [{ field: 'name', detail }]);
  }
  if (taken) await em.nativeUpdate(OrgName, { id: taken.id }, { sort, until: until ?? null });
  else await em.insert(OrgName, { id: newId(), orgId, name: plain, sort, until: until ?? null });
}
