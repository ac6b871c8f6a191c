import type { Actor } from '#domain/actor';
import type { CaseState } from '#domain/case';
import { kindOf } from '#domain/kinds/index';
import { postFor } from '#domain/permission';
import { hospitalRoles } from '#domain/role';

/** For which organisation a person keeps records of a case: one of its hospitals, or the bureau as inspector. */
export function recorder(actor: Actor, state: CaseState): string | undefined {
  const hospitals = kindOf(state.kind)
    .parties(state)
    .flatMap((orgId) => hospitalRoles.map((role) => ({ orgId, role })));
  return postFor(actor, [...hospitals, { bureau: true, role: 'inspector' }])?.orgId;
}
