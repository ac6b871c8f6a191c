import type { SqlMigration } from './list.ts';

export const rules: SqlMigration = {
  name: '0016-rules',
  sql: `
-- A version of the book brings a calendar or rows; what it doesn't bring stays as it is.
alter table rule_book alter column calendar drop not null, add column revision int null;
alter table rule_book add constraint rule_book_revision_unique unique (revision);

-- Rows that the bureau appended; without a row the code ends on that day. Nothing here is ever changed.
create table rule_row (
  revision int not null,
  idx int not null,
  table_code text not null,
  code text not null,
  from_day date not null,
  content jsonb null,
  ground text not null,
  primary key (revision, idx)
);

create table rule_draft (
  id uuid not null,
  table_code text not null,
  given jsonb not null,
  status text not null,
  version int not null,
  based_on int null,
  person_id uuid not null,
  at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  decided_by_id uuid null,
  decided_at timestamptz(3) null,
  reason text null,
  revision int null,
  primary key (id)
);
alter table rule_draft add constraint rule_draft_person_id_foreign foreign key (person_id) references person;
alter table rule_draft add constraint rule_draft_decided_by_id_foreign foreign key (decided_by_id) references person;
create index rule_draft_person_id_index on rule_draft (person_id);
create index rule_draft_decided_by_id_index on rule_draft (decided_by_id);
`,
};
