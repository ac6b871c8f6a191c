import { newId } from '#db/id';
import type { MikroORM } from '#db/orm';
import { demoId } from '#db/seed/demo';

export interface Hospitals {
  pilots: number;
  assisted: number;
}

export const pilotName = (number: number): string => `测速试点${number}医院`;
export const assistedName = (number: number): string => `测速帮带${number}医院`;
/** Their password is that of the demo accounts. */
export const pilotLogin = (number: number): string => `bench-p${number}.liaison`;
export const assistedLogin = (number: number): string => `bench-a${number}.liaison`;

/** Registered hospitals, each with one liaison who has an account. */
export async function addHospitals(orm: MikroORM, { pilots, assisted }: Hospitals): Promise<void> {
  const row = (name: string, login: string) => ({
    name,
    login,
    org: newId(),
    org_name: newId(),
    person: newId(),
    post: newId(),
    account: newId(),
  });
  const rows = [
    ...Array.from({ length: pilots }, (_, index) => row(pilotName(index + 1), pilotLogin(index + 1))),
    ...Array.from({ length: assisted }, (_, index) => row(assistedName(index + 1), assistedLogin(index + 1))),
  ];
  const given = `from jsonb_to_recordset(?::jsonb) as given(name text, login text,
    org uuid, org_name uuid, person uuid, post uuid, account uuid)`;
  const since = `'2020-01-01T00:00:00Z'`;
  const statements = [
    `insert into org (id, kind, name, created_at) select org, 'hospital', name, ${since} ${given}`,
    `insert into org_name (id, org_id, name, sort) select org_name, org, name, 'official' ${given}`,
    `insert into person (id, name, created_at) select person, '联络员', ${since} ${given}`,
    `insert into post (id, person_id, org_id, role, from_day, created_at)
       select post, person, org, 'liaison', '2020-01-01', ${since} ${given}`,
    `insert into account (id, person_id, login, password_hash, password_changed_at, created_at)
       select account, person, given.login, demo.password_hash, ${since}, ${since}
         ${given}, account demo where demo.id = '${demoId('account', 'inspector1')}'`,
  ];
  await orm.em.fork().transactional(async (em) => {
    for (const statement of statements) await em.execute(statement, [JSON.stringify(rows)]);
  });
}
