import type { Actor } from '../actor.ts';
import type { CaseState } from '../case.ts';
import type { Action, Kind } from '../kind.ts';
import { isRefusal, type Office, type Refusal } from '../permission.ts';
import { entitled } from '../procedure.ts';

export const officeKey = (office: Office): string =>
  'orgId' in office ? `${office.orgId}/${office.role}` : `/${office.role}`;

export interface Acting {
  actor: Actor;
  onBehalfOf?: string;
}

/** Who holds which office: the people of a rehearsal. */
export class Cast {
  readonly #holders = new Map<string, Actor[]>();

  constructor(staff: readonly Actor[]) {
    for (const actor of staff) {
      for (const { orgId, orgKind, role } of actor.posts) {
        this.#add(`${orgId}/${role}`, actor);
        if (orgKind === 'bureau' || orgKind === 'section') this.#add(`/${role}`, actor);
      }
    }
  }

  #add(key: string, actor: Actor): void {
    const there = this.#holders.get(key) ?? [];
    if (!there.includes(actor)) this.#holders.set(key, [...there, actor]);
  }

  holders(office: Office): readonly Actor[] {
    return this.#holders.get(officeKey(office)) ?? [];
  }

  /** The offices that may do this for the given one: a hospital's work is done by that hospital. */
  #fitting(offices: readonly Office[] | 'system', office: Office): Office[] {
    if (offices === 'system') return [];
    return offices.filter((one) => !('orgId' in office && 'orgId' in one) || one.orgId === office.orgId);
  }

  /** Whether anybody holds an office that may do this for the given one. */
  anybody(offices: readonly Office[] | 'system', office: Office): boolean {
    return this.#fitting(offices, office).some((one) => this.holders(one).length > 0);
  }

  /** Who does it for this office: its own holder, else another who may; or why nobody may. Undefined: nobody is there. */
  actingFor<S extends CaseState>(
    kind: Kind<S>,
    state: S,
    action: Action<S>,
    office: Office,
  ): Acting | Refusal | undefined {
    const orgId = 'orgId' in office ? office.orgId : undefined;
    let refusal: Refusal | undefined;
    for (const one of [office, ...this.#fitting(action.by(state), office)]) {
      for (const actor of this.holders(one)) {
        const acting = { actor, ...(orgId ? { onBehalfOf: orgId } : {}) };
        const who = entitled(kind, state, action, { ...acting, facts: {} });
        if (!isRefusal(who)) return acting;
        if (who.refused !== 'office') refusal ??= who;
      }
    }
    return refusal;
  }
}
