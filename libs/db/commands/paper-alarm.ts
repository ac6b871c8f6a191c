import type { EntityManager } from '@mikro-orm/postgresql';
import type { Instant } from '#domain/day';
import type { MessageCode } from '#domain/message-codes';
import { newId } from '../id.ts';

interface Stuck {
  caseId: string;
  seq: number;
  index: number;
  /** By paper, what was wrong with it. */
  failures: Readonly<Record<string, string>>;
  at: Instant;
}

interface Row {
  /** The first paper of the order, by which its alarm is known. */
  first: string;
  title: string;
  number: string | null;
  by: string | null;
}

const stuck: MessageCode = 'paper-stuck';

/**
 * An issued paper that cannot be made keeps its number and is tried again; the page says so, and the system
 * administrators and whoever issued it are told, once for an order however many of its papers are stuck.
 */
export function raisePaperAlarm(
  orm: EntityManager,
  { caseId, seq, index, failures, at }: Stuck,
): Promise<void> {
  return orm.fork().transactional(async (em) => {
    await em.execute(
      `update notice n set failure = left(f.value, 1000) from jsonb_each_text(?::jsonb) f
        where n.id = f.key::uuid and n.rendered_at is null`,
      [JSON.stringify(failures)],
    );
    const [notice] = await em.execute<Row[]>(
      `select first_value(n.id) over (order by n.nth) as first, n.title, n.number, e.person_id as by
         from notice n join case_event e on e.case_id = n.case_id and e.seq = n.seq
        where n.case_id = ? and n.seq = ? and n.idx = ?
        order by (n.rendered_at is null and n.failure is not null) desc, n.nth limit 1`,
      [caseId, seq, index],
    );
    if (!notice) return;
    const params = JSON.stringify({ title: notice.title, number: notice.number ?? '' });
    const tell = (whom: string, columns: object) =>
      em.execute(
        `insert into message (id, key, at, person_id, role, case_id, code, params)
         select ?, ?, ?, person_id, role, case_id, ?, ?::jsonb
           from jsonb_to_record(?::jsonb) as row(person_id uuid, role text, case_id uuid)
         on conflict (key) do nothing`,
        [newId(), `${stuck}/${notice.first}/${whom}`, at, stuck, params, JSON.stringify(columns)],
      );
    await tell('admin', { role: 'system-admin' });
    if (notice.by) await tell('issuer', { person_id: notice.by, case_id: caseId });
  });
}
