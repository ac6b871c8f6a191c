import { z } from 'zod';
import { recordBody, recordSorts } from '#contracts/pairing';
import type { RecordLine } from '#contracts/pairing';
import type { Actor } from '#domain/actor';
import { areaLabel } from '#domain/kinds/pairing/areas';
import { instantFromDatabase } from '../../columns.ts';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';
import { filesById } from './case-files.ts';
import { noCase, sees, sightOf } from './visible.ts';

interface Row {
  id: string;
  version: number;
  body: unknown;
  person_id: string;
  at: string;
  withdrawn_at: string | null;
  person: string;
  org: string | null;
}

const kept = recordBody.extend({ on: z.string() });

/** The last version of each, the latest day first; a withdrawn one stays in its place. */
export async function records(em: EntityManager, actor: Actor, caseId: string): Promise<RecordLine[]> {
  if (!(await sees(em, await sightOf(em, actor), caseId))) throw noCase();
  const rows = await em.execute<Row[]>(sql`
    select * from (
      select distinct on (r.id) r.id, r.version, r.body, r.person_id, r.at, r.withdrawn_at, p.name person, o.name org
        from record r join person p on p.id = r.person_id left join org o on o.id = r.org_id
       where r.case_id = ${caseId}::uuid order by r.id, r.version desc) r
     order by r.body ->> 'on' desc, r.id desc`);
  const bodies = rows.map((row) => kept.parse(row.body));
  const files = await filesById(
    em,
    bodies.flatMap((body) => body.files),
  );
  return rows.map((row, index) => {
    const body = bodies[index] ?? kept.parse(row.body);
    return {
      ...{
        id: row.id,
        version: row.version,
        sort: body.sort,
        sortLabel: recordSorts[body.sort],
        on: body.on,
      },
      ...{ place: body.place ?? null, people: body.people ?? null, text: body.text },
      areaLabel: body.area ? areaLabel(body.area) : null,
      files: body.files.flatMap((id) => files.get(id) ?? []),
      ...{ by: row.person, org: row.org ?? '', at: instantFromDatabase(row.at) },
      withdrawn: row.withdrawn_at !== null,
      mine: row.person_id === actor.personId,
    };
  });
}

export async function record(
  em: EntityManager,
  actor: Actor,
  caseId: string,
  recordId: string,
): Promise<RecordLine> {
  const found = (await records(em, actor, caseId)).find((one) => one.id === recordId);
  if (!found) throw new Error('a record that is not among its case’s');
  return found;
}
