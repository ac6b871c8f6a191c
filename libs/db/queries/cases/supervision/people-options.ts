import type { Role } from '#domain/role';
import { bureauRoles, hospitalRoles, roles } from '#domain/role';
import type { EntityManager } from '../../../orm.ts';
import { sql, texts } from '../../../sql.ts';
import type { Sql } from '../../../sql.ts';
import type { Asking } from '../offers.ts';
import type { Option } from './todo-options.ts';

interface Row {
  id: string;
  name: string;
  org: string;
  held: Role[];
}

type Reader = Pick<Asking, 'today' | 'who'>;

async function people(em: EntityManager, { today, who }: Reader, where: Sql): Promise<Option[]> {
  const rows = await em.execute<Row[]>(sql`
    select p.id, p.name, min(o.name) org, array_agg(distinct t.role) held
      from post t join person p on p.id = t.person_id join org o on o.id = t.org_id
     where t.from_day <= ${today}::date and (t.until_day is null or t.until_day > ${today}::date)
       and (p.disabled_on is null or p.disabled_on > ${today}::date)
       and (o.disabled_on is null or o.disabled_on > ${today}::date)
       and p.id <> ${who.personId ?? null}::uuid and ${where}
     group by p.id, p.name order by min(o.name), p.name limit 500`);
  return rows.map(({ id, name, org, held }) => ({
    value: id,
    label: `${name}（${org} ${held.map((role) => roles[role]).join('、')}）`,
  }));
}

/** Everybody of the bureau who works on cases. */
export const bureauPeople = (em: EntityManager, asking: Reader): Promise<Option[]> =>
  people(em, asking, sql`o.kind in ('bureau', 'section') and t.role = any(${texts(bureauRoles)})`);

/** Those with whom the reader works: of the bureau for the bureau, of his own hospital for a hospital. */
export async function colleagues(em: EntityManager, asking: Reader): Promise<Option[]> {
  const { orgId = null } = asking.who;
  const own = [...hospitalRoles, 'department'];
  const [row] = await em.execute<{ kind: string }[]>(sql`select kind from org where id = ${orgId}::uuid`);
  return row?.kind === 'bureau' || row?.kind === 'section'
    ? bureauPeople(em, asking)
    : people(em, asking, sql`o.id = ${orgId}::uuid and t.role = any(${texts(own)})`);
}
