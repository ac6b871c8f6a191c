import type { EntityManager } from '@mikro-orm/postgresql';

interface LiveRow {
  case_id: string;
  kind: string;
  number: string;
  closed: boolean;
  undone: number;
  untried: number;
}

const batch = 500;

/** Cases that are open, or have effects to the outside that are not done: each needs a runner. */
export async function* liveCases(em: EntityManager) {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await em.execute<LiveRow[]>(
      `select c.id as case_id, c.kind, c.number, c.closed_at is not null as closed,
              (select count(*)::int from effect e where e.case_id = c.id and e.done_at is null) as undone,
              (select count(*)::int from effect e
                where e.case_id = c.id and e.done_at is null and e.failure is null) as untried
         from case_file c
        where c.id > ? and (c.closed_at is null
              or exists (select 1 from effect e where e.case_id = c.id and e.done_at is null))
        order by c.id limit ?`,
      [after, batch],
    );
    for (const row of rows) {
      yield {
        caseId: row.case_id,
        kind: row.kind,
        number: row.number,
        closed: row.closed,
        undone: row.undone,
        untried: row.untried,
      };
    }
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last.case_id;
  }
}

export interface StuckEffect {
  caseId: string;
  number: string;
  seq: number;
  index: number;
  type: string;
  failure: string;
}

/** Effects that have failed at least once and are not done: what an operator looks at. */
export async function stuckEffects(em: EntityManager): Promise<StuckEffect[]> {
  const rows = await em.execute<
    { case_id: string; number: string; seq: number; idx: number; type: string; failure: string }[]
  >(
    `select e.case_id, c.number, e.seq, e.idx, e.type, e.failure
       from effect e join case_file c on c.id = e.case_id
      where e.done_at is null and e.failure is not null order by e.at limit 1000`,
  );
  return rows.map(({ case_id: caseId, number, seq, idx: index, type, failure }) => ({
    caseId,
    number,
    seq,
    index,
    type,
    failure,
  }));
}
