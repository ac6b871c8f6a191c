import type { MikroORM } from '#db/orm';
import type { Instant } from '#domain/day';
import { clockAction } from '#domain/procedure';

export interface Fired {
  /** Events of the clock at the moment and after it, and the cases that have one. */
  events: number;
  cases: number;
  /** Ms from the moment until the runner was woken: the last case, and of twenty the last but one. */
  lastMs: number;
  p95Ms: number;
  /** Reminders written, and how many there would be if none came twice. */
  reminders: number;
  distinctReminders: number;
}

/** Cases of one wave were all opened at one moment, of which there is no other. */
export async function firedSince(orm: MikroORM, openedAt: Instant, since: Instant): Promise<number> {
  const [row] = await orm.em.fork().execute<{ count: number }[]>(
    `select count(*)::int as count from case_event e join case_file c on c.id = e.case_id
        where c.opened_at = ? and e.action = ? and e.at >= ?`,
    [openedAt, clockAction, since],
  );
  return row?.count ?? 0;
}

export async function firedOf(orm: MikroORM, openedAt: Instant, dueAt: Instant): Promise<Fired> {
  const [row] = await orm.em.fork().execute<Fired[]>(
    `with wave as (select id from case_file where opened_at = ?),
       fired as (select case_id, 1000 * extract(epoch from at - ?::timestamptz) as ms
                   from case_event where action = ? and at >= ?::timestamptz and case_id in (select id from wave)),
       told as (select case_id, params from message where code = 'reminder' and case_id in (select id from wave))
     select count(*)::int as events, count(distinct case_id)::int as cases, max(ms)::int as "lastMs",
            percentile_disc(0.95) within group (order by ms)::int as "p95Ms",
            (select count(*)::int from told) as reminders,
            (select count(distinct (case_id, params->>'todo', params->>'turn'))::int from told) as "distinctReminders"
       from fired`,
    [openedAt, dueAt, clockAction, dueAt],
  );
  if (!row) throw new Error('nothing fired');
  return row;
}
