import type { SqlMigration } from './list.ts';

export const pairListFile: SqlMigration = {
  name: '0007-pair-list-file',
  sql: `
alter table pair_list add column file_id uuid null;
alter table pair_list add constraint pair_list_file_id_foreign foreign key (file_id) references file;
create index pair_list_file_id_index on pair_list (file_id);
`,
};
