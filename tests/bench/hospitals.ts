import { newId } from '#db/id';
import type { MikroORM } from '#db/orm';
import { demoId } from '#db/seed/demo';

export interface Hospitals {
  pilots: Named[];
  assisted: Named[];
}

export interface Named {
  name: string;
  /** Of its liaison; the password is that of the demo accounts. */
  login: string;
}

/** Each part of the bench has hospitals of its own, so that no pair comes twice. */
export function hospitalsOf(part: string, counts: { pilots: number; assisted: number }): Hospitals {
  const named = (count: number, kind: string, label: string) =>
    Array.from({ length: count }, (_, index) => ({
      name: `测速${part}${label}${index + 1}医院`,
      login: `bench-${part}-${kind}${index + 1}`,
    }));
  return { pilots: named(counts.pilots, 'p', '试点'), assisted: named(counts.assisted, 'a', '帮带') };
}

/** Registers them, each with one liaison who has an account. */
export async function addHospitals(orm: MikroORM, { pilots, assisted }: Hospitals): Promise<void> {
  const rows = JSON.stringify(
    [...pilots, ...assisted].map((hospital) => ({
      ...hospital,
      ...{ org: newId(), org_name: newId(), person: newId(), post: newId(), account: newId() },
    })),
  );
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
    for (const statement of statements) await em.execute(statement, [rows]);
  });
}
