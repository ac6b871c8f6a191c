import type { SqlMigration } from './list.ts';

/** The desk of an organisation in thousands of cases counts its stages from the index alone. */
export const partyStages: SqlMigration = {
  name: '0005-party-stages',
  sql: `
alter table case_party add column open_stage text null;
update case_party p set open_stage = c.kind || '/' || c.stage
  from case_file c where c.id = p.case_id and c.closed_at is null;
drop index case_party_org;
create index case_party_org on case_party (org_id, changed_at, case_id) include (open_stage);
`,
};
