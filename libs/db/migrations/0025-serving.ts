import type { SqlMigration } from './list.ts';

export const serving: SqlMigration = {
  name: '0025-serving',
  sql: `
-- The case in which a paper is served, where that is not the one that issued it.
alter table notice add column serving_case_id uuid null;
create index notice_serving_case on notice (serving_case_id) where serving_case_id is not null;
`,
};
