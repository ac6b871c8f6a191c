import type { OrgTable } from '#domain/org-table';
import { Account } from '../../entities/account.ts';
import { Org, OrgName } from '../../entities/org.ts';
import type { OrgRow } from '../../entities/org.ts';
import { Person } from '../../entities/person.ts';
import type { EntityManager } from '../../orm.ts';

/** All that a table is compared with. */
export interface Register {
  orgs: ReadonlyMap<string, OrgRow>;
  /** Who bears a name, by its plain form. */
  bearers: ReadonlyMap<string, OrgRow>;
  bureau: OrgRow | undefined;
  /** Who has a login that the table names. */
  logins: ReadonlyMap<string, { name: string; off: boolean }>;
}

export async function registerFor(em: EntityManager, { rows }: OrgTable): Promise<Register> {
  const found = await em.find(Org, {}, { refresh: true });
  const orgs = new Map(found.map((org) => [org.id, org]));
  const names = await em.find(OrgName, {}, { refresh: true });
  const bearers = names.flatMap(({ name, orgId }) => {
    const org = orgs.get(orgId);
    return org ? [[name, org] as const] : [];
  });
  const asked = rows.flatMap(({ cells }) =>
    [cells.liaisonLogin, cells.principalLogin].flatMap((login) => (login ? [login.toLowerCase()] : [])),
  );
  const accounts = await em.find(Account, { login: { $in: asked } });
  const people = await em.find(Person, { id: { $in: accounts.map(({ personId }) => personId) } });
  const byId = new Map(people.map((person) => [person.id, person]));
  const logins = accounts.map(({ login, personId, disabledAt }) => {
    const person = byId.get(personId);
    return [login, { name: person?.name ?? '', off: Boolean(disabledAt ?? person?.disabledOn) }] as const;
  });
  const bureau = found.find(({ kind }) => kind === 'bureau');
  return { orgs, bearers: new Map(bearers), bureau, logins: new Map(logins) };
}
