import type { SqlMigration } from './list.ts';

export const commitmentLines: SqlMigration = {
  name: '0013-commitment-lines',
  sql: `
create table commitment_line (
  case_id uuid not null,
  owner_id uuid not null,
  source_kind text not null,
  source_case_id uuid null,
  issued_on date not null,
  due date not null,
  owed_by date null,
  suspended boolean not null,
  progress int not null,
  stage text not null,
  closed boolean not null,
  primary key (case_id)
);
create index commitment_line_owner on commitment_line (owner_id, due, case_id);
create index commitment_line_source on commitment_line (source_case_id);
create index commitment_line_order on commitment_line
  ((case when closed then 'infinity'::date else due end), case_id);

create function keep_commitment_line() returns trigger language plpgsql as $$
begin
  insert into commitment_line (case_id, owner_id, source_kind, source_case_id, issued_on, due, owed_by, suspended,
      progress, stage, closed)
  select new.id, (new.state #>> '{owner,orgId}')::uuid, coalesce(new.state #>> '{source,kind}', 'none'),
         (new.state #>> '{source,caseId}')::uuid, (new.state ->> 'issuedOn')::date,
         coalesce(max(own.due) filter (where own.step like 'report-done%'), (new.state ->> 'due')::date),
         min(own.due), coalesce(bool_or(own.suspended), false), (new.state ->> 'progress')::int, new.stage,
         new.closed_at is not null
    from (select todo ->> 'step' step, (todo #>> '{deadline,due}')::date due,
                 jsonb_path_exists(todo, '$.deadline.suspensions[*] ? (!exists(@.to))') suspended
            from jsonb_each(new.state -> 'todos') as todos(key, todo)
           where todo ->> 'step' in ('sign-for', 'review', 'strike-off') or todo ->> 'step' like 'report-done%') own
  on conflict (case_id) do update set due = excluded.due, owed_by = excluded.owed_by,
    suspended = excluded.suspended, progress = excluded.progress, stage = excluded.stage, closed = excluded.closed;
  return null;
end $$;
create trigger case_file_commitment_line after insert or update of state, closed_at on case_file
  for each row when (new.kind = 'commitment') execute function keep_commitment_line();
`,
};
