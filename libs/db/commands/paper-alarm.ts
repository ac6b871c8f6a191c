import type { EntityManager } from '@mikro-orm/postgresql';
import type { Instant } from '#domain/day';
import type { MessageCode } from '#domain/message-codes';
import { newId } from '../id.ts';

interface Stuck {
  caseId: string;
  seq: number;
  index: number;
  failure: string;
  at: Instant;
}

const stuck: MessageCode = 'paper-stuck';

/**
 * An issued paper that cannot be made keeps its number and is tried again; the page says so, and the system
 * administrators and whoever issued it are told, once.
 */
export function raisePaperAlarm(
  orm: EntityManager,
  { caseId, seq, index, failure, at }: Stuck,
): Promise<void> {
  return orm.fork().transactional(async (em) => {
    const [notice] = await em.execute<
      { id: string; title: string; number: string | null; by: string | null }[]
    >(
      `update notice n set failure = ? from case_event e
        where n.case_id = ? and n.seq = ? and n.idx = ? and n.rendered_at is null
          and e.case_id = n.case_id and e.seq = n.seq
       returning n.id, n.title, n.number, e.person_id as by`,
      [failure.slice(0, 1000), caseId, seq, index],
    );
    if (!notice) return;
    const params = JSON.stringify({ title: notice.title, number: notice.number ?? '' });
    const tell = (whom: string, columns: object) =>
      em.execute(
        `insert into message (id, key, at, person_id, role, case_id, code, params)
         select ?, ?, ?, person_id, role, case_id, ?, ?::jsonb
           from jsonb_to_record(?::jsonb) as row(person_id uuid, role text, case_id uuid)
         on conflict (key) do nothing`,
        [newId(), `${stuck}/${notice.id}/${whom}`, at, stuck, params, JSON.stringify(columns)],
      );
    await tell('admin', { role: 'system-admin' });
    if (notice.by) await tell('issuer', { person_id: notice.by, case_id: caseId });
  });
}
