import { isMessageCode, messageCodes, urgentCodes } from '#domain/message-codes';
import type { Calendar } from '#domain/calendar';
import { plusMs, shanghaiDay, type Day, type Instant } from '#domain/day';
import type { Deadline } from '#domain/deadline';
import { standing } from '#domain/deadline-view';
import { kindOf } from '#domain/kinds/index';
import type { MailLine } from '#domain/mail';
import type { EntityManager } from '../../orm.ts';
import { sql, texts } from '../../sql.ts';
import { standingText } from './digest-of.ts';

/** What comes to the same person within this time after an urgent mail is gathered in the next. */
const apartMs = 10 * 60_000;
const most = 2_000;

interface Row {
  person_id: string;
  name: string;
  message_id: string;
  code: string;
  case_id: string;
  title: string;
  kind: string;
  step: string | null;
  due: Day | null;
  deadline: Deadline | null;
}

export interface UrgentMessage {
  personId: string;
  name: string;
  messageId: string;
  label: string;
  line: MailLine;
}

/** Urgent messages since then that somebody with an address has neither read nor been told of by mail. */
export async function urgentMessages(
  em: EntityManager,
  { now, since, calendar }: { now: Instant; since: Instant; calendar: Calendar },
): Promise<UrgentMessage[]> {
  const today = shanghaiDay(now);
  const rows = await em.execute<Row[]>(sql`
    select distinct on (m.at, m.id, p.id) p.id person_id, p.name, m.id message_id, m.code,
           c.id case_id, c.title, c.kind, t.step, t.due, t.deadline
      from message m
      join post o on o.role = m.role and o.from_day <= ${today}::date and (o.until_day is null or o.until_day > ${today}::date)
      join org g on g.id = o.org_id and (g.disabled_on is null or g.disabled_on > ${today}::date)
           and (g.id = m.org_id or m.org_id is null and g.kind in ('bureau', 'section'))
      join person p on p.id = o.person_id and p.email is not null and p.mail_choice <> 'none' and p.disabled_on is null
      join account a on a.person_id = p.id and a.disabled_at is null
      join case_file c on c.id = m.case_id
      left join todo t on t.case_id = m.case_id and t.key = m.params ->> 'todo'
     where m.code = any(${texts(urgentCodes)}) and m.at > ${since}::timestamptz and m.person_id is null
       and not exists (select 1 from mail_message x where x.message_id = m.id and x.person_id = p.id)
       and not exists (select 1 from message_read r where r.message_id = m.id and r.person_id = p.id)
       and not exists (select 1 from mail l where l.person_id = p.id and l.sort = 'urgent'
                          and l.at > ${plusMs(now, -apartMs)}::timestamptz)
     order by m.at, m.id, p.id limit ${most}`);
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    messageId: row.message_id,
    label: isMessageCode(row.code) ? messageCodes[row.code].label : row.code,
    line: {
      caseId: row.case_id,
      title: row.title,
      step: row.step ? (kindOf(row.kind).steps[row.step]?.label ?? '') : '',
      due: row.due,
      standing: standingText(standing(row.due, today, calendar, { deadline: row.deadline })),
    },
  }));
}
