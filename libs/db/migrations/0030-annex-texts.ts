import type { SqlMigration } from './list.ts';

export const annexTexts: SqlMigration = {
  name: '0030-annex-texts',
  sql: `
-- An annex of a draft is no longer its name alone: it may have a text.
update record r
   set body = jsonb_set(r.body, '{annexes}', (
         select coalesce(jsonb_agg(case jsonb_typeof(a.one) when 'string'
                                   then jsonb_build_object('title', a.one) else a.one end order by a.nth), '[]')
           from jsonb_array_elements(r.body -> 'annexes') with ordinality as a (one, nth)))
 where r.sort = 'paper' and jsonb_path_exists(r.body, '$.annexes[*] ? (@.type() == "string")');
`,
};
