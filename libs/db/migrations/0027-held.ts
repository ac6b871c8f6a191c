import type { SqlMigration } from './list.ts';

export const held: SqlMigration = {
  name: '0027-held',
  sql: `
-- A paper of its own for each receiver knows it from its number on, but is his only once it is sent: until then
-- to_org_ids stays empty, and with it every list, search and file of his.
alter table notice add column held_for jsonb null;
-- How long the paper is that a case is about to issue, as it was set last.
alter table case_file add column draft_pages int null;
`,
};
