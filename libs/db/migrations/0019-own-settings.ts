import type { SqlMigration } from './list.ts';

export const ownSettings: SqlMigration = {
  name: '0019-own-settings',
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

-- Filters of a list under a name, for whoever keeps them. What was removed stays.
create table saved_view (
  id uuid not null,
  person_id uuid not null,
  page text not null,
  name text not null,
  query text not null,
  created_at timestamptz(3) not null,
  removed_at timestamptz(3) null,
  primary key (id)
);
create unique index saved_view_name on saved_view (person_id, page, name) where removed_at is null;
alter table saved_view add constraint saved_view_person_id_foreign foreign key (person_id) references person;
`,
};
