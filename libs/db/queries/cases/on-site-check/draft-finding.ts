import { sql } from '../../../sql.ts';

/** Of a file's reference r: what one checker keeps before another has confirmed it. */
export const draftFinding = sql`exists (
  select 1 from record d join case_file k on k.id = d.case_id
   where d.id = r.record_id and d.sort = 'finding' and k.stage in ('planned', 'confirming'))`;
