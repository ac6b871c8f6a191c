import type { SqlMigration } from './list.ts';

export const channels: SqlMigration = {
  name: '0009-channels',
  sql: `
-- What open pages are told at once: ids only, on one channel, each said once in a transaction (apps/api/live).
create function tell_live() returns trigger language plpgsql as $$
declare
  said text;
begin
  -- Each branch is planned by itself: a row has only the columns of its own table.
  if tg_table_name = 'message' then
    said := concat_ws('/', coalesce(new.person_id::text, '-'), coalesce(new.org_id::text, '-'), coalesce(new.role, '-'));
  elsif tg_argv[0] = 'case' and tg_table_name <> 'case_file' then said := new.case_id;
  elsif tg_table_name in ('message_read', 'post') then said := new.person_id;
  else said := new.id;
  end if;
  perform pg_notify('duxing_live', tg_argv[0] || '/' || said);
  return null;
end $$;
create trigger message_live after insert on message for each row execute function tell_live('message');
create trigger message_read_live after insert on message_read for each row execute function tell_live('read');
create trigger case_file_opened_live after insert on case_file for each row execute function tell_live('case');
create trigger case_file_live after update on case_file for each row
  when (new.seq <> old.seq) execute function tell_live('case');
create trigger notice_live after update on notice for each row
  when (new.rendered_at is distinct from old.rendered_at) execute function tell_live('case');
create trigger record_live after insert or update on record for each row execute function tell_live('case');
create trigger post_live after insert or update on post for each row execute function tell_live('posts');
create trigger session_live after update on session for each row
  when (new.ended_at is distinct from old.ended_at) execute function tell_live('session');

alter table person add column email text null;
alter table person add column mail_choice text not null default 'digest';
create index message_code on message (code, at);

create table mail (
  id uuid not null,
  key text not null,
  person_id uuid not null,
  sort text not null,
  address text not null,
  content jsonb not null,
  at timestamptz(3) not null,
  next_at timestamptz(3) not null,
  attempts int not null default 0,
  failure text null,
  sent_at timestamptz(3) null,
  given_up_at timestamptz(3) null,
  primary key (id)
);
alter table mail add constraint mail_key_unique unique (key);
create index mail_due on mail (next_at) where sent_at is null and given_up_at is null;
create index mail_person on mail (person_id, sort, at);
create index mail_sent on mail (sent_at);
alter table mail add constraint mail_person_id_foreign foreign key (person_id) references person;

create table mail_message (
  message_id uuid not null,
  person_id uuid not null,
  mail_id uuid not null,
  primary key (message_id, person_id)
);
alter table mail_message add constraint mail_message_message_id_foreign foreign key (message_id) references message;
alter table mail_message add constraint mail_message_mail_id_foreign foreign key (mail_id) references mail;

create table webhook (
  id uuid not null,
  name text not null,
  url text not null,
  events jsonb not null,
  secret text not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  -- The last line of the outbox that was delivered or is none of its events.
  cursor bigint not null,
  failures int not null default 0,
  failing_since timestamptz(3) null,
  paused_at timestamptz(3) null,
  stopped_at timestamptz(3) null,
  withdrawn_at timestamptz(3) null,
  primary key (id)
);

-- What subscribers are told of, written by the commit that it happened in, while there is one.
create table outbox (
  id bigint generated always as identity,
  position bigint null,
  sort text not null,
  case_id uuid null,
  seq int null,
  message_id uuid null,
  at timestamptz(3) not null,
  primary key (id)
);
alter table outbox add constraint outbox_position_unique unique (position);
create index outbox_unnumbered on outbox (id) where position is null;

-- Ids are drawn before a commit, so that a lower one can appear after a higher one was read: a cursor over them would
-- skip it. Positions are given to lines that are seen, by one at a time; of one case they keep the order of its acts,
-- which hold the lock of its row.
create table outbox_position (id int not null, last bigint not null, primary key (id));
insert into outbox_position (id, last) values (1, 0);
create function number_outbox() returns bigint language plpgsql as $$
declare
  base bigint;
  added bigint;
begin
  if not exists (select 1 from outbox where position is null) then
    return (select last from outbox_position);
  end if;
  select last into base from outbox_position for update;
  with fresh as (select id, row_number() over (order by id) as n from outbox where position is null),
    numbered as (update outbox o set position = base + f.n from fresh f where o.id = f.id returning 1)
  select count(*) into added from numbered;
  update outbox_position set last = base + added;
  return base + added;
end $$;

create function keep_message_for_webhooks() returns trigger language plpgsql as $$
begin
  if exists (select 1 from webhook where withdrawn_at is null) then
    insert into outbox (sort, case_id, message_id, at) values ('message', new.case_id, new.id, new.at);
  end if;
  return null;
end $$;
create trigger message_outbox after insert on message for each row execute function keep_message_for_webhooks();
create function keep_event_for_webhooks() returns trigger language plpgsql as $$
begin
  if exists (select 1 from webhook where withdrawn_at is null) then
    insert into outbox (sort, case_id, seq, at) values ('case-event', new.case_id, new.seq, new.at);
  end if;
  return null;
end $$;
create trigger case_event_outbox after insert on case_event for each row execute function keep_event_for_webhooks();

create table webhook_delivery (
  webhook_id uuid not null,
  position bigint not null,
  id uuid not null,
  event text not null,
  case_id uuid null,
  at timestamptz(3) not null,
  attempts int not null default 0,
  status int null,
  failure text null,
  done_at timestamptz(3) null,
  primary key (webhook_id, position)
);
alter table webhook_delivery add constraint webhook_delivery_webhook_id_foreign foreign key (webhook_id) references webhook;
`,
};
