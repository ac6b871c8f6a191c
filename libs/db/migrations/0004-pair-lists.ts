import type { SqlMigration } from './list.ts';

export const pairLists: SqlMigration = {
  name: '0004-pair-lists',
  sql: `
alter table pair_list add column reading jsonb null;
alter table pair_list_row
  add column line int not null default 0,
  add column pilot_by_hand boolean not null default false,
  add column assisted_by_hand boolean not null default false;
create index pair_list_person on pair_list (person_id, at, id);
`,
};
