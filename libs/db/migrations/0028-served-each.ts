import type { SqlMigration } from './list.ts';

export const servedEach: SqlMigration = {
  name: '0028-served-each',
  sql: `
-- A service is counted in the case that serves it: papers for one receiver each are served in as many cases.
drop index notice_service_unique;
create unique index notice_service_unique on notice ((coalesce(serving_case_id, case_id)), service_no)
  where service_no is not null;
`,
};
