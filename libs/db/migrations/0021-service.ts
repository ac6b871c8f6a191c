import type { SqlMigration } from './list.ts';

export const service: SqlMigration = {
  name: '0021-service',
  sql: `
-- Of a paper that is served formally: its number among the services of its case.
alter table notice add column service_no int null;
create unique index notice_service_unique on notice (case_id, service_no) where service_no is not null;
`,
};
