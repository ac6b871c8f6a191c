import type { EntityManager } from '@mikro-orm/postgresql';
import type { CommitInput } from '#contracts/act';
import { tellReceivers } from './tell-receivers.ts';

/** Who declared the papers of this case void, when, and the reason that was given with the application. */
export async function voidNotices(em: EntityManager, { caseId, event, effects }: CommitInput): Promise<void> {
  if (!effects.some(({ type }) => type === 'voidNotice')) return;
  const rows = await em.execute<{ id: string; title: string; number: string | null; receivers: string[] }[]>(
    `update notice n set voided_at = ?, voided_by_id = ?, void_reason = (
              select s.form ->> 'reason' from case_event e join submission s using (act_id)
               where e.case_id = n.case_id and e.action = 'ask-void' order by e.seq desc limit 1)
      where case_id = ? and voided_at is null
      returning id, title, number,
                array(select d.org_id from delivery d where d.notice_id = n.id)::text[] receivers`,
    [event.at, event.actor === 'system' ? null : event.actor.personId, caseId],
  );
  for (const { id, title, number, receivers } of rows) {
    const params = { noticeId: id, title, number: number ?? '', alone: 'yes' };
    await tellReceivers(em, {
      ...{ key: `${id}/void`, caseId, at: event.at, to: receivers },
      ...{ code: 'notice-voided', params },
    });
  }
}
