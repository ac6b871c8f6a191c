import type { DemoLogins } from '#contracts/session';
import { roles } from '#domain/role';
import type { Role } from '#domain/role';
import type { EntityManager } from '../orm.ts';
import { demoLogins, demoPassword } from '../seed/demo-logins.ts';

/** One for each role, and the other side of a pair: the first liaison's hospital helps, this one is helped. */
const offered = demoLogins.flatMap(({ login }) =>
  login.endsWith('.liaison') ? [login, 'shunyi.liaison'] : [login],
);

interface Found {
  login: string;
  name: string;
  role: Role;
  org_name: string;
}

/** Of the demo accounts those that still open with the demo password. */
export async function demoLoginsOffered(em: EntityManager): Promise<DemoLogins> {
  const found = await em.execute<Found[]>(
    `select distinct on (a.login) a.login, p.name, o.role, org.name as org_name
       from account a
       join person p on p.id = a.person_id
       join post o on o.person_id = p.id and o.until_day is null
       join org on org.id = o.org_id
      where a.demo and a.disabled_at is null and not a.must_change_password
        and a.password_changed_at = a.created_at and a.login in (?)
      order by a.login, o.created_at`,
    [offered],
  );
  const logins = found
    .sort((one, other) => offered.indexOf(one.login) - offered.indexOf(other.login))
    .map(({ login, name, role, org_name: orgName }) => ({ login, name, roleLabel: roles[role], orgName }));
  return { password: logins.length > 0 ? demoPassword : '', logins };
}
