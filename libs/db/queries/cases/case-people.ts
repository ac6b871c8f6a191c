import type { Clock } from '#config/clock';
import type { CaseView } from '#contracts/case';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';
import { postsOf } from '../person-parts.ts';

interface Row {
  person_id: string;
  for_person_id: string | null;
  org_id: string | null;
  name: string;
  absent: string | null;
  org: string | null;
}

/** Who acted in the case, in the order in which they came to it. */
export async function casePeople(
  em: EntityManager,
  clock: Clock,
  caseId: string,
): Promise<CaseView['people']> {
  const rows = await em.execute<Row[]>(sql`
    select e.person_id, e.for_person_id, e.org_id, p.name, q.name absent, o.name org
      from case_event e join person p on p.id = e.person_id left join org o on o.id = e.org_id
      left join person q on q.id = e.for_person_id
     where e.case_id = ${caseId}::uuid group by 1, 2, 3, 4, 5, 6 order by min(e.seq)`);
  const posts = await postsOf(em, clock, [...new Set(rows.map(postHolder))]);
  return rows.map((row) => {
    const held = (posts.get(postHolder(row)) ?? []).filter(
      (post) => row.org_id === null || post.orgId === row.org_id,
    );
    const now = held.filter((post) => post.current);
    const fitting = now.length > 0 ? now : held;
    return {
      personId: row.person_id,
      name: row.absent ? `${row.name}（代${row.absent}）` : row.name,
      org: row.org ?? fitting[0]?.orgName ?? '',
      role: [...new Set(fitting.map((post) => post.roleLabel))].join('、'),
    };
  });
}

/** A deputy acted in the post of the one for whom he stood in. */
const postHolder = (row: Row): string => row.for_person_id ?? row.person_id;
