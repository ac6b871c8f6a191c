import type { EntityManager } from '@mikro-orm/postgresql';
import { shanghaiDay, type Instant } from '#domain/day';
import { noticeTypeOf } from '#domain/notice-types';
import { clockAction, openAction } from '#domain/procedure';
import type { Source } from '#domain/supervision/notices/late-work';
import { instantFromDatabase } from '../../columns.ts';
import { sql } from '../../sql.ts';
import { actionLabel } from '../cases/action-label.ts';

/** The event by which somebody came to owe a piece of work. */
export interface Opening {
  seq: number;
  action: string;
  at: Instant;
}

interface Owed {
  id: string;
  kind: string;
  campaign_id: string | null;
  /** Who owes it. */
  unitId: string;
}

/** The paper that the same event issued to the unit, or by which its campaign was launched; else the event itself. */
export async function sourceOf(em: EntityManager, owed: Owed, opening: Opening): Promise<Source> {
  const { action, at, seq } = opening;
  const ofCampaign = action === openAction ? owed.campaign_id : null;
  const [row] = await em.execute<{ code: string; number: string; issued_at: string }[]>(sql`
    select code, number, issued_at from notice
     where number is not null and issued_at <= ${at}::timestamptz
       and (case_id = ${ofCampaign}::uuid
            or (case_id = ${owed.id}::uuid and seq = ${seq} and to_org_ids @> ${JSON.stringify([owed.unitId])}::jsonb))
     order by issued_at desc, seq desc limit 1`);
  const on = shanghaiDay(at);
  if (row) {
    const issuedOn = shanghaiDay(instantFromDatabase(row.issued_at));
    return {
      sort: 'paper',
      paper: { label: noticeTypeOf(row.code).label, number: row.number, on: issuedOn },
    };
  }
  if (action === openAction) return { sort: 'opening', on };
  return action === clockAction
    ? { sort: 'calendar', on }
    : { sort: 'act', label: actionLabel(owed.kind, action), on };
}
