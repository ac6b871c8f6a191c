import type { EntityManager } from '@mikro-orm/postgresql';
import type { Instant } from '#domain/day';
import { onlyService } from '#domain/kinds/serving/state';
import { tellReceivers } from './tell-receivers.ts';

interface Delivering {
  caseId: string;
  to: readonly string[];
  at: Instant;
  /** The case that asks for the signature on the paper of this place in its order, where it is served formally. */
  servingOf?: (nth: number) => string;
}

/**
 * What the case issued lies in its receivers' inboxes from now on. A paper whose bytes don't exist yet is not sent:
 * the effect is tried again. One that became void meanwhile is not sent any more. Repeating it changes nothing.
 * Answers how many papers it found to deliver, and how many of those for one receiver each can't be sent yet.
 */
export async function deliverNotices(
  orm: EntityManager,
  { caseId, to, at, servingOf }: Delivering,
): Promise<{ papers: number; unset: number }> {
  const papers = await orm.transactional(async (em) => {
    const notices = await em.execute<(Paper & { ready: boolean })[]>(
      `select id, nth, title, number, rendered_at is not null as ready from notice
        where case_id = ? and voided_at is null and held_for is null for update`,
      [caseId],
    );
    for (const { ready, ...paper } of notices) {
      const { id } = paper;
      if (!ready) throw new Error(`paper ${id} is not set yet`);
      await em.execute('update notice set to_org_ids = ?::jsonb where id = ?', [JSON.stringify(to), id]);
      await em.execute(
        `insert into delivery (notice_id, org_id, sent_at)
         select ?, r::uuid, ? from jsonb_array_elements_text(?::jsonb) r on conflict do nothing`,
        [id, at, JSON.stringify(to)],
      );
      await handOver(em, { paper, caseId, at, to, servingOf });
    }
    return notices.length + (await deliverHeld(em, { caseId, at, servingOf }));
  });
  const [{ count } = { count: 0 }] = await orm.execute<{ count: number }[]>(
    'select count(*)::int count from notice where case_id = ? and voided_at is null and held_for is not null and rendered_at is null',
    [caseId],
  );
  return { papers, unset: count };
}

interface Paper {
  id: string;
  nth: number;
  title: string;
  number: string | null;
}

type HandingOver = Pick<Delivering, 'caseId' | 'at'> & { servingOf: Delivering['servingOf'] | undefined };

/** Its receivers are told, or the case that serves it formally will ask them. */
async function handOver(
  em: EntityManager,
  { paper, caseId, at, to, servingOf }: HandingOver & { paper: Paper; to: readonly string[] },
): Promise<void> {
  const { id, nth, title, number } = paper;
  if (servingOf) {
    await em.execute('update notice set serving_case_id = ?, service_no = ? where id = ?', [
      ...[servingOf(nth), onlyService, id],
    ]);
    return;
  }
  const params = { noticeId: id, title, number: number ?? '', alone: 'yes' };
  await tellReceivers(em, { key: id, caseId, at, to, code: 'notice-issued', params });
}

/** Each paper to the one for whom it was issued; those that can't be sent yet keep no other back. */
async function deliverHeld(em: EntityManager, handing: HandingOver): Promise<number> {
  const { caseId, at } = handing;
  const papers = await em.execute<(Paper & { held_for: string[] })[]>(
    `update notice set to_org_ids = held_for
      where case_id = ? and voided_at is null and rendered_at is not null and held_for <> to_org_ids
      returning id, nth, title, number, held_for`,
    [caseId],
  );
  await em.execute(
    `insert into delivery (notice_id, org_id, sent_at)
     select row.id, r::uuid, ? from jsonb_to_recordset(?::jsonb) as row(id uuid, held_for jsonb),
            jsonb_array_elements_text(row.held_for) r on conflict do nothing`,
    [at, JSON.stringify(papers)],
  );
  for (const { held_for: to, ...paper } of papers) await handOver(em, { ...handing, paper, to });
  return papers.length;
}
