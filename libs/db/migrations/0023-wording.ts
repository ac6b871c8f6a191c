import type { SqlMigration } from './list.ts';

export const wording: SqlMigration = {
  name: '0023-wording',
  sql: `
-- The bureau's own wording of papers, in the order of its approval; without a source the shipped one again. Nothing here is ever changed.
create table wording (
  code text not null,
  version int not null,
  from_day date not null,
  source text null,
  reason text not null,
  proposed_by_id uuid not null,
  approved_by_id uuid not null,
  at timestamptz(3) not null,
  primary key (code, version)
);
alter table wording add constraint wording_proposed_by_id_foreign foreign key (proposed_by_id) references person;
alter table wording add constraint wording_approved_by_id_foreign foreign key (approved_by_id) references person;
create index wording_proposed_by_id_index on wording (proposed_by_id);
create index wording_approved_by_id_index on wording (approved_by_id);

-- In which version of the bureau's own wording a paper was issued; null is the shipped one.
alter table notice add column wording_version int null;
`,
};
