import type { SqlMigration } from './list.ts';

/**
 * Lists of names go by pinyin, as a Chinese reader looks for them. A column of its own: names themselves keep the plain
 * collation, for PostgreSQL does not compare texts of two collations.
 */
export const nameOrder: SqlMigration = {
  name: '0006-name-order',
  sql: `
alter table person add column sort_name text collate "zh-Hans-x-icu" not null generated always as (name) stored;
create index person_order on person (sort_name, id);
alter table org add column sort_name text collate "zh-Hans-x-icu" not null generated always as (name) stored;
create index org_order on org (sort, sort_name, id);
`,
};
