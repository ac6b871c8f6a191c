import type { SqlMigration } from './list.ts';

export const confirmedMail: SqlMigration = {
  name: '0019-confirmed-mail',
  sql: `
-- Mail goes to an address only after its person read a code there; another address is confirmed anew.
alter table person add column email_confirmed_at timestamptz(3) null;

-- Codes that were sent. No records: they go after a day.
create table email_code (
  id uuid not null,
  person_id uuid not null,
  address text not null,
  -- Of person, address and code, under the key of the vault.
  digest text not null,
  at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  tries int not null default 0,
  primary key (id)
);
create index email_code_person on email_code (person_id, at);
alter table email_code add constraint email_code_person_id_foreign foreign key (person_id) references person;
`,
};
