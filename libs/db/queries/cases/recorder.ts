import type { Actor } from '#domain/actor';
import type { CaseState } from '#domain/case';
import { kindOf } from '#domain/kinds/index';
import { postsFor } from '#domain/permission';
import { hospitalRoles } from '#domain/role';

/** For which organisations a person keeps records of a case: its hospitals, or the bureau as inspector. */
export function recordsFor(actor: Actor, state: CaseState): string[] {
  const hospitals = kindOf(state.kind)
    .parties(state)
    .flatMap((orgId) => hospitalRoles.map((role) => ({ orgId, role })));
  return postsFor(actor, [...hospitals, { bureau: true, role: 'inspector' }]).map(({ orgId }) => orgId);
}
