import { z } from 'zod';
import { recordBody, recordSorts } from '#contracts/record';
import type { RecordLine } from '#contracts/record';
import { areaLabel } from '#domain/kinds/pairing/areas';
import { instantFromDatabase } from '../../columns.ts';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';
import { filesById } from './case-files.ts';

export interface RecordRow {
  id: string;
  version: number;
  body: unknown;
  org_id: string | null;
  at: string;
  withdrawn_at: string | null;
  frozen_by: string | null;
  person: string;
  org: string | null;
  first_by: string;
  first_at: string;
}

/** To be put before a condition on `r`. */
export const recordRows = sql`
  r.id, r.version, r.body, r.org_id, r.at, r.withdrawn_at, r.frozen_by,
         p.name person, o.name org, fp.name first_by, f.at first_at
    from record r join person p on p.id = r.person_id left join org o on o.id = r.org_id
    join record f on f.id = r.id and f.version = 1 join person fp on fp.id = f.person_id`;

/** As it stands in the row; the last version of one that was withdrawn says why. */
const kept = recordBody.extend({ on: z.string(), why: z.string().optional() });

export async function linesOf(
  em: EntityManager,
  rows: readonly RecordRow[],
  mayChange: (row: RecordRow) => boolean,
): Promise<RecordLine[]> {
  const read = rows.map((row) => ({ row, body: kept.parse(row.body) }));
  const files = await filesById(
    em,
    read.flatMap(({ body }) => body.files),
  );
  return read.map(({ row, body }) => ({
    ...{ id: row.id, version: row.version, sort: body.sort, sortLabel: recordSorts[body.sort], on: body.on },
    ...{ place: body.place ?? null, people: body.people ?? null, text: body.text },
    ...{ area: body.area ?? null, areaLabel: body.area ? areaLabel(body.area) : null },
    files: body.files.flatMap((id) => files.get(id) ?? []),
    ...{ org: row.org ?? '', by: row.person, at: instantFromDatabase(row.at) },
    first: row.version > 1 ? { by: row.first_by, at: instantFromDatabase(row.first_at) } : null,
    withdrawn: row.withdrawn_at === null ? null : { why: body.why ?? null },
    mayChange: row.withdrawn_at === null && row.frozen_by === null && mayChange(row),
  }));
}
