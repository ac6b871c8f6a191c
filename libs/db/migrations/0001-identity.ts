import type { SqlMigration } from './list.ts';

export const identity: SqlMigration = {
  name: '0001-identity',
  sql: `
create table org (
  id uuid not null,
  kind text not null,
  parent_id uuid null,
  name text not null,
  level text null,
  type text null,
  district text null,
  sort int not null default 0,
  disabled_on date null,
  merged_into_id uuid null,
  demo boolean not null default false,
  created_at timestamptz(3) not null,
  version int not null default 1,
  primary key (id)
);
create index org_parent_id_index on org (parent_id);

create table org_name (
  id uuid not null,
  org_id uuid not null,
  name text not null,
  sort text not null,
  until date null,
  primary key (id)
);
create index org_name_org_id_index on org_name (org_id);
alter table org_name add constraint org_name_name_unique unique (name);

create table person (
  id uuid not null,
  name text not null,
  phone text null,
  demo boolean not null default false,
  disabled_on date null,
  created_at timestamptz(3) not null,
  version int not null default 1,
  primary key (id)
);

create table message (
  id uuid not null,
  key text not null,
  at timestamptz(3) not null,
  org_id uuid null,
  role text null,
  person_id uuid null,
  case_id uuid null,
  code text not null,
  params jsonb not null,
  primary key (id)
);
alter table message add constraint message_key_unique unique (key);
create index message_office on message (org_id, role, at, id);
create index message_person on message (person_id, at, id);

create table message_read (
  message_id uuid not null,
  person_id uuid not null,
  at timestamptz(3) not null,
  primary key (message_id, person_id)
);

create table log_entry (
  id uuid not null,
  at timestamptz(3) not null,
  kind text not null,
  person_id uuid null,
  login text null,
  org_id uuid null,
  ip text null,
  request_id text null,
  subject text null,
  subject_id text null,
  detail text not null,
  data jsonb null,
  primary key (id)
);
create index log_entry_order on log_entry (at, id);
create index log_entry_person on log_entry (person_id, at, id);
create index log_entry_kind on log_entry (kind, at, id);

create table account (
  id uuid not null,
  person_id uuid not null,
  login text not null,
  password_hash text not null,
  must_change_password boolean not null default false,
  password_changed_at timestamptz(3) not null,
  disabled_at timestamptz(3) null,
  demo boolean not null default false,
  created_at timestamptz(3) not null,
  primary key (id)
);
alter table account add constraint account_person_id_unique unique (person_id);
alter table account add constraint account_login_unique unique (login);

create table log_in_attempt (
  login text not null,
  failures int not null,
  locked_until timestamptz(3) null,
  at timestamptz(3) not null,
  primary key (login)
);

create table post (
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  role text not null,
  from_day date not null,
  until_day date null,
  granted_by_id uuid null,
  created_at timestamptz(3) not null,
  primary key (id)
);
create index post_person_id_index on post (person_id);
create index post_office on post (org_id, role);

create table qualification (
  id uuid not null,
  person_id uuid not null,
  sort text not null,
  number text not null,
  from_day date not null,
  until_day date null,
  primary key (id)
);
create index qualification_person_id_index on qualification (person_id);

create table session (
  id uuid not null,
  token_hash text not null,
  account_id uuid not null,
  ip text not null,
  user_agent text not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3) null,
  primary key (id)
);
alter table session add constraint session_token_hash_unique unique (token_hash);
create index session_account_id_index on session (account_id);

alter table org add constraint org_parent_id_foreign foreign key (parent_id) references org;
alter table org add constraint org_merged_into_id_foreign foreign key (merged_into_id) references org;

alter table org_name add constraint org_name_org_id_foreign foreign key (org_id) references org;

alter table message add constraint message_org_id_foreign foreign key (org_id) references org;
alter table message add constraint message_person_id_foreign foreign key (person_id) references person;

alter table message_read add constraint message_read_message_id_foreign foreign key (message_id) references message;
alter table message_read add constraint message_read_person_id_foreign foreign key (person_id) references person;

alter table log_entry add constraint log_entry_person_id_foreign foreign key (person_id) references person;
alter table log_entry add constraint log_entry_org_id_foreign foreign key (org_id) references org;

alter table account add constraint account_person_id_foreign foreign key (person_id) references person;

alter table post add constraint post_person_id_foreign foreign key (person_id) references person;
alter table post add constraint post_org_id_foreign foreign key (org_id) references org;
alter table post add constraint post_granted_by_id_foreign foreign key (granted_by_id) references person;

alter table qualification add constraint qualification_person_id_foreign foreign key (person_id) references person;

alter table session add constraint session_account_id_foreign foreign key (account_id) references account;

-- A person holds one office once at a time.
create unique index post_current on post (person_id, org_id, role) where until_day is null;
create index message_bureau on message (role, at, id) where org_id is null;

create function log_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'log_entry is append-only';
end $$;
create trigger log_entry_append_only before update or delete or truncate on log_entry
  for each statement execute function log_is_append_only();
`,
};
