import type { HandoverItemState, HandoverState } from '#contracts/workload';
import type { Instant } from '#domain/day';
import type { Role } from '#domain/role';
import type { EntityManager } from '../orm.ts';
import { sql } from '../sql.ts';

export interface OpenHandover {
  id: string;
  fromId: string;
  fromName: string;
  /** In whose name the acts are done: who ordered it, or who takes it back. */
  byId: string;
  byGone: boolean;
  /** He moves his own work. */
  own: boolean;
  offices: { orgId: string; role: Role }[];
  direction: 'forth' | 'back';
  reason: string;
}

export interface OpenMove {
  idx: number;
  caseId: string;
  kind: string;
  key: string;
  toId: string;
  /** Of the act that gave it to the receiver. */
  seq: number | null;
}

/** The handover while it goes on, and the next todo to be moved; paused or ended there is nothing. */
export async function nextMove(
  em: EntityManager,
  id: string,
  today: string,
): Promise<{ handover: OpenHandover; move?: OpenMove } | undefined> {
  const [handover] = await em.execute<OpenHandover[]>(sql`
    select h.id, h.from_id "fromId", f.name "fromName", b.id "byId",
           (b.disabled_on is not null and b.disabled_on <= ${today}::date) "byGone",
           (h.direction = 'forth' and h.from_id = h.by_id) own, h.offices, h.direction, h.reason
      from workload_handover h join person f on f.id = h.from_id
      join person b on b.id = case when h.direction = 'back' then h.undone_by_id else h.by_id end
     where h.id = ${id}::uuid and h.status = 'running'`);
  if (!handover) return undefined;
  const wanted = handover.direction === 'forth' ? 'waiting' : 'done';
  const [move] = await em.execute<OpenMove[]>(sql`
    select i.idx, i.case_id "caseId", c.kind, i.key, i.to_id "toId", i.seq
      from workload_handover_item i join case_file c on c.id = i.case_id
     where i.handover_id = ${id}::uuid and i.status = ${wanted} order by i.idx limit 1`);
  return move ? { handover, move } : { handover };
}

/**
 * What became of a move. One that stands is kept as such even where somebody took the whole handover back meanwhile: it
 * is then returned with the others.
 */
export async function keepMove(
  em: EntityManager,
  { id, idx }: { id: string; idx: number },
  { status, seq, why, at }: { status: HandoverItemState; seq?: number; why?: string; at: Instant },
): Promise<void> {
  const stands = status === 'done';
  await em.execute(sql`
    update workload_handover_item set status = ${status}, seq = coalesce(${seq ?? null}, seq), why = ${why ?? null},
           at = ${at}::timestamptz
     where handover_id = ${id}::uuid and idx = ${idx} and (${stands} or status <> 'dropped')`);
}

/** Unless it was paused or turned round meanwhile. */
export async function endHandover(
  em: EntityManager,
  { id, direction }: OpenHandover,
  status: HandoverState,
  why?: string,
): Promise<void> {
  await em.execute(sql`
    update workload_handover set status = ${status}, why = ${why ?? null}
     where id = ${id}::uuid and status = 'running' and direction = ${direction}`);
}

/** Why a todo stays where it was moved to: it is done, or somebody has touched it since. */
export async function touchedSince(em: EntityManager, move: OpenMove): Promise<string | undefined> {
  const { caseId, key, toId, seq } = move;
  const [todo] = await em.execute<{ holder: string | null; acted: boolean; moved: boolean }[]>(sql`
    select t.holder_id holder,
           exists (select 1 from case_event e where e.case_id = t.case_id and e.seq > ${seq ?? 0}
                      and (e.person_id = ${toId}::uuid or e.for_person_id = ${toId}::uuid)) acted,
           exists (select 1 from case_event e where e.case_id = t.case_id and e.seq > ${seq ?? 0}
                      and e.fields->>'todo' = t.key
                      and e.action in ('hand-over', 'delegate', 'give-back', 'reassign')) moved
      from todo t where t.case_id = ${caseId}::uuid and t.key = ${key} and t.closed_at is null`);
  if (!todo) return '该事项已经办结。';
  if (todo.acted) return '接办人已在本事项中办理过。';
  if (todo.moved || todo.holder !== toId) return '该事项后来又转给了他人。';
  return undefined;
}

/** Handovers that should go on. */
export async function runningHandovers(em: EntityManager): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from workload_handover where status = 'running'`,
  );
  return rows.map(({ id }) => id);
}
