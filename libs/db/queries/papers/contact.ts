import type { EntityManager } from '@mikro-orm/postgresql';
import type { Instant } from '#domain/day';
import { sql } from '../../sql.ts';
import { lastForm } from './names.ts';

interface Asked {
  caseId: string;
  campaignId: string | null;
  at: Instant;
}

/** Whom the unit can ask: as the campaign says, else the inspector who last acted in the case, else an office. */
export async function contactOf(em: EntityManager, { caseId, campaignId, at }: Asked): Promise<string> {
  const launch = await lastForm(em, campaignId ?? caseId, 'open');
  if (typeof launch?.contact === 'string' && launch.contact) return launch.contact;
  const [row] = await em.execute<{ name: string; phone: string | null; org: string }[]>(sql`
    select p.name, p.phone, o.name org
      from case_event e
      join person p on p.id = e.person_id
      join post t on t.person_id = p.id and t.role in ('inspector', 'section-head')
       and (t.until_day is null or t.until_day > (e.at at time zone 'Asia/Shanghai')::date)
      join org o on o.id = t.org_id and o.kind in ('bureau', 'section')
     where (e.case_id = ${caseId}::uuid or e.case_id = ${campaignId}::uuid) and e.at <= ${at}::timestamptz
     order by e.at desc, e.seq desc, t.role limit 1`);
  if (!row) return '督办工作承办处室';
  return [`${row.org} ${row.name}`, row.phone].filter(Boolean).join('，');
}
