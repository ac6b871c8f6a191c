import type { SqlMigration } from './list.ts';

/** How a named person came to have a todo in hand; and what an act rested on, so that it can be decided again. */
export const todoAssigned: SqlMigration = {
  name: '0011-todo-assigned',
  sql: `
alter table todo add column assigned text null;
alter table case_event add column facts jsonb null;
`,
};
