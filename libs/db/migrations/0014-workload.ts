import type { SqlMigration } from './list.ts';

export const workload: SqlMigration = {
  name: '0014-workload',
  sql: `
create table workload_handover (
  id uuid not null,
  from_id uuid not null,
  by_id uuid not null,
  at timestamptz(3) not null,
  reason text not null,
  offices jsonb not null,
  direction text not null,
  status text not null,
  why text null,
  undone_by_id uuid null,
  undone_at timestamptz(3) null,
  primary key (id)
);
alter table workload_handover add constraint workload_handover_from_id_foreign foreign key (from_id) references person;
alter table workload_handover add constraint workload_handover_by_id_foreign foreign key (by_id) references person;
alter table workload_handover add constraint workload_handover_undone_by_id_foreign foreign key (undone_by_id) references person;
create index workload_handover_from on workload_handover (from_id, at);
-- One at a time: two would move the same todos against each other.
create unique index workload_handover_open on workload_handover (from_id) where status in ('running', 'paused');

create table workload_handover_item (
  handover_id uuid not null,
  idx int not null,
  case_id uuid not null,
  key text not null,
  what text not null,
  to_id uuid not null,
  status text not null,
  seq int null,
  why text null,
  at timestamptz(3) null,
  primary key (handover_id, idx)
);
alter table workload_handover_item add constraint workload_handover_item_handover_id_foreign
  foreign key (handover_id) references workload_handover;
`,
};
