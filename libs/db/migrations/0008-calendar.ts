import type { SqlMigration } from './list.ts';

export const calendar: SqlMigration = {
  name: '0008-calendar',
  sql: `
create table calendar_draft (
  id uuid not null,
  year int not null,
  days jsonb not null,
  source text not null,
  text text null,
  reading jsonb null,
  status text not null,
  version int not null,
  based_on text null,
  person_id uuid not null,
  at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  decided_by_id uuid null,
  decided_at timestamptz(3) null,
  reason text null,
  published_as text null,
  primary key (id)
);
alter table calendar_draft add constraint calendar_draft_person_id_foreign foreign key (person_id) references person;
alter table calendar_draft add constraint calendar_draft_decided_by_id_foreign foreign key (decided_by_id) references person;
create index calendar_draft_person_id_index on calendar_draft (person_id);
create index calendar_draft_decided_by_id_index on calendar_draft (decided_by_id);

-- Of a version that the product shipped or an operator wrote by hand nobody is named.
alter table rule_book
  add column year int null,
  add column proposed_by_id uuid null,
  add column approved_by_id uuid null,
  add column told int not null default 0,
  add column broadcast_at timestamptz(3) null;
alter table rule_book add constraint rule_book_proposed_by_id_foreign foreign key (proposed_by_id) references person;
alter table rule_book add constraint rule_book_approved_by_id_foreign foreign key (approved_by_id) references person;
create index rule_book_proposed_by_id_index on rule_book (proposed_by_id);
create index rule_book_approved_by_id_index on rule_book (approved_by_id);
`,
};
