import type { EntityManager } from '@mikro-orm/postgresql';
import type { Instant } from '#domain/day';
import { onlyService } from '#domain/kinds/serving/state';
import { tellReceivers } from './tell-receivers.ts';

interface Delivering {
  caseId: string;
  to: readonly string[];
  at: Instant;
  /** The case that asks each receiver for his signature, where it is served formally. */
  servingId?: string;
}

/**
 * What the case issued lies in its receivers' inboxes from now on. A paper whose bytes don't exist yet is not sent:
 * the effect is tried again. One that became void meanwhile is not sent any more. Repeating it changes nothing.
 * Answers how many papers were there to deliver.
 */
export function deliverNotices(
  orm: EntityManager,
  { caseId, to, at, servingId }: Delivering,
): Promise<number> {
  return orm.transactional(async (em) => {
    const notices = await em.execute<{ id: string; title: string; number: string | null; ready: boolean }[]>(
      `select id, title, number, rendered_at is not null as ready from notice
        where case_id = ? and voided_at is null for update`,
      [caseId],
    );
    for (const { id, title, number, ready } of notices) {
      if (!ready) throw new Error(`paper ${id} is not set yet`);
      await em.execute('update notice set to_org_ids = ?::jsonb where id = ?', [JSON.stringify(to), id]);
      await em.execute(
        `insert into delivery (notice_id, org_id, sent_at)
         select ?, r::uuid, ? from jsonb_array_elements_text(?::jsonb) r on conflict do nothing`,
        [id, at, JSON.stringify(to)],
      );
      if (servingId !== undefined) {
        await em.execute('update notice set serving_case_id = ?, service_no = ? where id = ?', [
          ...[servingId, onlyService, id],
        ]);
        continue;
      }
      const params = { noticeId: id, title, number: number ?? '', alone: 'yes' };
      await tellReceivers(em, { key: id, caseId, at, to, code: 'notice-issued', params });
    }
    return notices.length;
  });
}
