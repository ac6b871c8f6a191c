import { unshown } from '#domain/kinds/on-site-check/state';
import { sql, texts } from '../../../sql.ts';

/** Of a file's reference r: what checkers keep before it is confirmed and, where it has to be, published. */
export const draftFinding = sql`exists (
  select 1 from record d join case_file k on k.id = d.case_id
   where d.id = r.record_id and d.sort = 'finding' and k.stage = any(${texts(unshown)}))`;
