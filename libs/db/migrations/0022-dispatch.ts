import type { SqlMigration } from './list.ts';

export const dispatch: SqlMigration = {
  name: '0022-dispatch',
  sql: `
-- A paper that is void stays, with its number, and says who declared it void, when and why.
alter table notice add column voided_at timestamptz(3) null;
alter table notice add column voided_by_id uuid null;
alter table notice add column void_reason text null;
-- The earlier paper that it replaces or corrects.
alter table notice add column replaces_id uuid null;
alter table notice add column replaces_how text null;
create index notice_replaces on notice (replaces_id) where replaces_id is not null;
`,
};
