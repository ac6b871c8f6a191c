import type { SqlMigration } from './list.ts';

export const files: SqlMigration = {
  name: '0003-files',
  sql: `
create table file (
  id uuid not null,
  sha256 text not null,
  size int not null,
  type text not null,
  name text not null,
  uploaded_by_id uuid not null,
  uploaded_at timestamptz(3) not null,
  org_id uuid not null,
  primary key (id)
);
create index file_sha256_index on file (sha256);
create index file_uploaded_at_index on file (uploaded_at);

create table file_ref (
  id uuid not null,
  file_id uuid not null,
  case_id uuid not null,
  act_id text null,
  record_id uuid null,
  at timestamptz(3) not null,
  primary key (id)
);
create index file_ref_file_id_index on file_ref (file_id);
create index file_ref_case on file_ref (case_id, at);

alter table file add constraint file_uploaded_by_id_foreign foreign key (uploaded_by_id) references person;
alter table file add constraint file_org_id_foreign foreign key (org_id) references org;
alter table file_ref add constraint file_ref_file_id_foreign foreign key (file_id) references file;

create function file_is_immutable() returns trigger language plpgsql as $$
begin
  raise exception 'a file is never changed: a new one is a new version';
end $$;
create trigger file_is_immutable before update on file for each row execute function file_is_immutable();
`,
};
