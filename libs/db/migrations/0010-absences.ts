import type { SqlMigration } from './list.ts';

export const absences: SqlMigration = {
  name: '0010-absences',
  sql: `
create table absence (
  id uuid not null,
  person_id uuid not null,
  deputy_id uuid not null,
  from_day date not null,
  to_day date not null,
  note text null,
  entered_by_id uuid not null,
  entered_at timestamptz(3) not null,
  ended_by_id uuid null,
  ended_at timestamptz(3) null,
  end_why text null,
  version int not null default 1,
  primary key (id),
  constraint absence_days check (from_day <= to_day),
  constraint absence_two check (person_id <> deputy_id)
);
create index absence_person on absence (person_id, to_day);
create index absence_deputy on absence (deputy_id, to_day);
alter table absence add constraint absence_person_id_foreign foreign key (person_id) references person;
alter table absence add constraint absence_deputy_id_foreign foreign key (deputy_id) references person;
alter table absence add constraint absence_entered_by_id_foreign foreign key (entered_by_id) references person;
alter table absence add constraint absence_ended_by_id_foreign foreign key (ended_by_id) references person;

create table absence_post (
  absence_id uuid not null,
  post_id uuid not null,
  primary key (absence_id, post_id)
);
alter table absence_post add constraint absence_post_absence_id_foreign foreign key (absence_id) references absence;
alter table absence_post add constraint absence_post_post_id_foreign foreign key (post_id) references post;

create table relation (
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  sort text not null,
  from_day date not null,
  until_day date null,
  note text null,
  declared_by_id uuid not null,
  declared_at timestamptz(3) not null,
  ended_by_id uuid null,
  ended_at timestamptz(3) null,
  end_why text null,
  version int not null default 1,
  primary key (id)
);
create index relation_person on relation (person_id);
alter table relation add constraint relation_person_id_foreign foreign key (person_id) references person;
alter table relation add constraint relation_org_id_foreign foreign key (org_id) references org;
alter table relation add constraint relation_declared_by_id_foreign foreign key (declared_by_id) references person;
alter table relation add constraint relation_ended_by_id_foreign foreign key (ended_by_id) references person;

alter table case_event add column for_person_id uuid null;
alter table submission add column for_person_id uuid null;
alter table log_entry add column for_person_id uuid null;
alter table log_entry add constraint log_entry_for_person_id_foreign foreign key (for_person_id) references person;
`,
};
