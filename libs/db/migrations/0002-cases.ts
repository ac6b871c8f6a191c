import type { SqlMigration } from './list.ts';

export const cases: SqlMigration = {
  name: '0002-cases',
  sql: `
create table case_file (
  id uuid not null,
  kind text not null,
  procedure int not null,
  number text not null,
  title text not null,
  stage text not null,
  campaign_id uuid null,
  seq int not null,
  state jsonb not null,
  opened_at timestamptz(3) not null,
  closed_at timestamptz(3) null,
  changed_at timestamptz(3) not null,
  next_due date null,
  primary key (id)
);
-- The state is read with its own case only: out of the rows that registers read.
alter table case_file set (toast_tuple_target = 256);
alter table case_file add constraint case_file_number_unique unique (number);
-- An open case changes with every act, a closed one no more: two small orders instead of one large one.
create index case_file_open on case_file (changed_at, id) where closed_at is null;
create index case_file_closed on case_file (changed_at, id) where closed_at is not null;
create index case_file_stage on case_file (kind, stage, changed_at, id) where closed_at is null;
create index case_file_stage_closed on case_file (kind, stage, changed_at, id) where closed_at is not null;
create index case_file_due on case_file (coalesce(next_due, 'infinity'::date), id) where closed_at is null;
create index case_file_campaign on case_file (campaign_id, id);

create table case_party (
  case_id uuid not null,
  org_id uuid not null,
  changed_at timestamptz(3) not null,
  primary key (case_id, org_id)
);
create index case_party_org on case_party (org_id, changed_at, case_id);

create table case_event (
  case_id uuid not null,
  seq int not null,
  act_id text not null,
  action text not null,
  person_id uuid null,
  org_id uuid null,
  at timestamptz(3) not null,
  stage text not null,
  fields jsonb not null,
  effects jsonb not null,
  input_hash text not null,
  primary key (case_id, seq)
);
alter table case_event add constraint case_event_act_id_unique unique (act_id);
create index case_event_order on case_event (at, case_id, seq);
create index case_event_person on case_event (person_id, case_id);
create index case_event_launched on case_event (person_id, case_id) where action = 'open' and person_id is not null;

create table submission (
  act_id text not null,
  case_id uuid not null,
  action text not null,
  form jsonb not null,
  hash text not null,
  person_id uuid not null,
  org_id uuid null,
  at timestamptz(3) not null,
  primary key (act_id)
);
create index submission_case on submission (case_id, action);

create table effect (
  case_id uuid not null,
  seq int not null,
  idx int not null,
  type text not null,
  body jsonb not null,
  at timestamptz(3) not null,
  done_at timestamptz(3) null,
  failure text null,
  primary key (case_id, seq, idx)
);
create index effect_undone on effect (case_id) where done_at is null;

create table todo (
  id uuid not null,
  case_id uuid not null,
  key text not null,
  kind text not null,
  step text not null,
  round text not null,
  org_id uuid null,
  role text not null,
  holder_id uuid null,
  opened_at timestamptz(3) not null,
  due date null,
  original_due date null,
  deadline jsonb null,
  fired jsonb not null,
  closed_at timestamptz(3) null,
  outcome text null,
  primary key (id)
);
alter table todo add constraint todo_case_id_key_unique unique (case_id, key);
-- What has no due day comes last: 'infinity' lets one comparison of (day, id) page through all. What is counted
-- or picked is included, so that an inbox reads the rows that it shows and no others.
create index todo_office on todo (org_id, role, coalesce(due, 'infinity'::date), id) include (due, holder_id)
  where closed_at is null and org_id is not null;
create index todo_bureau on todo (role, coalesce(due, 'infinity'::date), id) include (due, holder_id)
  where closed_at is null and org_id is null;
create index todo_bureau_kind on todo (role, kind, coalesce(due, 'infinity'::date), id)
  where closed_at is null and org_id is null;
create index todo_case on todo (case_id, coalesce(due, 'infinity'::date), id) include (due, org_id, role, kind)
  where closed_at is null;
create index todo_due on todo (coalesce(due, 'infinity'::date), id) include (due, case_id, org_id, role, kind)
  where closed_at is null;
create index todo_office_done on todo (org_id, role, closed_at, id) where outcome = 'done' and org_id is not null;
create index todo_bureau_done on todo (role, closed_at, id) where outcome = 'done' and org_id is null;

create table number_series (
  series text not null,
  year int not null,
  last int not null,
  primary key (series, year)
);

create table notice (
  id uuid not null,
  case_id uuid not null,
  seq int not null,
  idx int not null,
  code text not null,
  number text null,
  title text not null,
  params jsonb not null,
  to_org_ids jsonb not null,
  issued_at timestamptz(3) not null,
  document jsonb null,
  pdf_sha256 text null,
  pages int null,
  rendered_at timestamptz(3) null,
  failure text null,
  primary key (id)
);
alter table notice add constraint notice_effect_unique unique (case_id, seq, idx);
create unique index notice_number on notice (number) where number is not null;

create table delivery (
  notice_id uuid not null,
  org_id uuid not null,
  sent_at timestamptz(3) not null,
  opened_at timestamptz(3) null,
  opened_by_id uuid null,
  primary key (notice_id, org_id)
);

create table record (
  id uuid not null,
  case_id uuid not null,
  sort text not null,
  version int not null,
  body jsonb not null,
  person_id uuid not null,
  org_id uuid null,
  at timestamptz(3) not null,
  withdrawn_at timestamptz(3) null,
  frozen_by text null,
  primary key (id, version)
);
create index record_case on record (case_id, sort, at);

create table pair_list (
  id uuid not null,
  kind text not null,
  person_id uuid not null,
  at timestamptz(3) not null,
  form jsonb not null,
  source text not null,
  campaign_id uuid null,
  row_count int not null,
  problem_count int not null,
  primary key (id)
);
create table pair_list_row (
  list_id uuid not null,
  row int not null,
  pilot_text text not null,
  assisted_text text not null,
  pilot_id uuid null,
  assisted_id uuid null,
  problems jsonb not null,
  primary key (list_id, row)
);

create table rule_book (
  version text not null,
  at timestamptz(3) not null,
  calendar jsonb not null,
  primary key (version)
);

-- Search by number and name. pg_trgm knows no Chinese letters under the C locale, and a name of two
-- characters has no trigram: so pairs of characters, in a table that acts on the case don't touch.
create function search_text(value text) returns text language sql immutable strict parallel safe
  return lower(translate(normalize(value, nfkc), '〔〕[]()《》“”" ', ''));
create function search_grams(value text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
  said text := search_text(value);
  found text[] := '{}';
begin
  for i in 1 .. length(said) loop
    found := found || substr(said, i, 1) || substr(said, i, 2);
  end loop;
  return found;
end $$;
-- What a name must have to contain the words: their one character, else all their pairs.
create function search_needs(value text) returns text[] language sql immutable strict parallel safe
  return (select coalesce(array_agg(distinct substr(search_text(value), i, least(2, length(search_text(value))))), '{}')
            from generate_series(1, greatest(1, length(search_text(value)) - 1)) i);
create table case_name (
  case_id uuid not null,
  name text not null,
  grams text[] not null,
  primary key (case_id)
);
create index case_name_grams on case_name using gin (grams);
create function keep_case_name() returns trigger language plpgsql as $$
begin
  insert into case_name (case_id, name, grams)
  values (new.id, search_text(new.number || ' ' || new.title), search_grams(new.number || ' ' || new.title))
  on conflict (case_id) do update set name = excluded.name, grams = excluded.grams;
  return null;
end $$;
create trigger case_file_name after insert or update of number, title on case_file
  for each row execute function keep_case_name();

create function event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'case_event is append-only';
end $$;
create trigger case_event_append_only before update or delete or truncate on case_event
  for each statement execute function event_is_append_only();
`,
};
