import type { Clock } from '#config/clock';
import type { CaseView } from '#contracts/case';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';
import { postsOf } from '../person-parts.ts';

interface Row {
  person_id: string;
  org_id: string | null;
  name: string;
  org: string | null;
}

/** Who acted in the case, in the order in which they came to it. */
export async function casePeople(
  em: EntityManager,
  clock: Clock,
  caseId: string,
): Promise<CaseView['people']> {
  const rows = await em.execute<Row[]>(sql`
    select e.person_id, e.org_id, p.name, o.name org
      from case_event e join person p on p.id = e.person_id left join org o on o.id = e.org_id
     where e.case_id = ${caseId}::uuid group by 1, 2, 3, 4 order by min(e.seq)`);
  const posts = await postsOf(em, clock, [...new Set(rows.map((row) => row.person_id))]);
  return rows.map((row) => {
    const held = (posts.get(row.person_id) ?? []).filter(
      (post) => row.org_id === null || post.orgId === row.org_id,
    );
    const now = held.filter((post) => post.current);
    const fitting = now.length > 0 ? now : held;
    return {
      personId: row.person_id,
      name: row.name,
      org: row.org ?? fitting[0]?.orgName ?? '',
      role: [...new Set(fitting.map((post) => post.roleLabel))].join('、'),
    };
  });
}
