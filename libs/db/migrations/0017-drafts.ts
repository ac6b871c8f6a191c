import type { SqlMigration } from './list.ts';

export const drafts: SqlMigration = {
  name: '0017-drafts',
  sql: `
-- Proposed changes of every sort; what was proposed before is carried over as it stands.
create table draft (
  id uuid not null,
  sort text not null,
  content jsonb not null,
  status text not null,
  version int not null,
  based_on text null,
  person_id uuid not null,
  at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  decided_by_id uuid null,
  decided_at timestamptz(3) null,
  reason text null,
  became text null,
  primary key (id)
);
alter table draft add constraint draft_person_id_foreign foreign key (person_id) references person;
alter table draft add constraint draft_decided_by_id_foreign foreign key (decided_by_id) references person;
create index draft_person_id_index on draft (person_id);
create index draft_decided_by_id_index on draft (decided_by_id);
create index draft_sort_status_index on draft (sort, status);

insert into draft (id, sort, content, status, version, based_on, person_id, at, changed_at, decided_by_id, decided_at, reason, became)
select id, 'calendar',
       jsonb_build_object('year', year, 'days', days, 'source', source, 'text', text, 'reading', reading),
       status, version, based_on, person_id, at, changed_at, decided_by_id, decided_at, reason, published_as
  from calendar_draft;
insert into draft (id, sort, content, status, version, based_on, person_id, at, changed_at, decided_by_id, decided_at, reason, became)
select id, 'rules', given,
       status, version, based_on::text, person_id, at, changed_at, decided_by_id, decided_at, reason, revision::text
  from rule_draft;
drop table calendar_draft;
drop table rule_draft;

-- Messages say by themselves what they are about.
update message set params = params || jsonb_build_object('subject', (params->>'year') || '年工作日历')
 where code in ('calendar-handed-in', 'calendar-returned', 'calendar-published');
update message set params = params || jsonb_build_object('subject', '“' || (params->>'table') || '”的规则变动')
 where code in ('rules-handed-in', 'rules-returned', 'rules-published');
`,
};
