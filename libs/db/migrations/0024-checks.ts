import type { SqlMigration } from './list.ts';

export const checks: SqlMigration = {
  name: '0024-checks',
  sql: `
-- Printed on the paper; null on papers that were issued before there were codes.
alter table notice add column check_code text null;
alter table notice add constraint notice_check_code_unique unique (check_code);
-- When and by which certificate its PDF was sealed; null: 未用印.
alter table notice add column sealed_at timestamptz(3) null;
alter table notice add column sealed_by text null;

-- How often somebody asked about check codes, by a digest of the address; rows of a day ago go.
create table check_look (
  address text not null primary key,
  looks int not null,
  since timestamptz(3) not null
);
`,
};
