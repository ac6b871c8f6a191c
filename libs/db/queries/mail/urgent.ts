import type { Calendar } from '#domain/calendar';
import { plusMs, shanghaiDay, type Day, type Instant } from '#domain/day';
import type { Deadline } from '#domain/deadline';
import { standing } from '#domain/deadline-view';
import { kindOf } from '#domain/kinds/index';
import type { MailLine } from '#domain/mail';
import { isMessageCode, messageCodes, urgentCodes } from '#domain/message-codes';
import { isTold, type Address } from '#domain/permission';
import type { EntityManager } from '../../orm.ts';
import { sql, texts, uuids } from '../../sql.ts';
import { standingText } from './digest-of.ts';
import { recipients } from './recipients.ts';

/** What comes to the same person within this time after an urgent mail is gathered in the next. */
const apartMs = 10 * 60_000;

export interface UrgentMessage {
  personId: string;
  name: string;
  messageId: string;
  label: string;
  line: MailLine;
}

interface Asked {
  now: Instant;
  since: Instant;
  calendar: Calendar;
}

/** Urgent messages since then that somebody with an address has neither read nor been told of by mail. */
export async function urgentMessages(em: EntityManager, asked: Asked): Promise<UrgentMessage[]> {
  const { now, since } = asked;
  const messages = await em.execute<({ id: string } & Address)[]>(sql`
    select id, person_id "personId", org_id "orgId", role from message
     where code = any(${texts(urgentCodes)}) and at > ${since}::timestamptz and case_id is not null order by at, id`);
  if (messages.length === 0) return [];
  const told = await pairsTold(
    em,
    messages.map(({ id }) => id),
  );
  const waiting = await toldLately(em, plusMs(now, -apartMs));
  const readers = (await recipients(em, now, ['digest', 'urgent'])).filter(
    ({ actor }) => !waiting.has(actor.personId),
  );
  const fresh = readers.flatMap(({ name, actor }) =>
    messages
      .filter((message) => isTold(actor, message) && !told.has(`${message.id}/${actor.personId}`))
      .map(({ id }) => ({ personId: actor.personId, name, messageId: id })),
  );
  const lines = await linesOf(em, [...new Set(fresh.map(({ messageId }) => messageId))], asked);
  return fresh.flatMap((one) => {
    const line = lines.get(one.messageId);
    return line ? [{ ...one, ...line }] : [];
  });
}

/** `message/person` of all that was read or mailed. */
async function pairsTold(em: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  const rows = await em.execute<{ pair: string }[]>(sql`
    select message_id || '/' || person_id pair from mail_message where message_id = any(${uuids(ids)})
    union all select message_id || '/' || person_id from message_read where message_id = any(${uuids(ids)})`);
  return new Set(rows.map(({ pair }) => pair));
}

async function toldLately(em: EntityManager, since: Instant): Promise<Set<string>> {
  const rows = await em.execute<{ id: string }[]>(
    sql`select person_id id from mail where sort = 'urgent' and at > ${since}::timestamptz`,
  );
  return new Set(rows.map(({ id }) => id));
}

interface Row {
  id: string;
  code: string;
  case_id: string;
  title: string;
  kind: string;
  step: string | null;
  due: Day | null;
  deadline: Deadline | null;
}

async function linesOf(em: EntityManager, ids: readonly string[], { now, calendar }: Asked) {
  if (ids.length === 0) return new Map<string, { label: string; line: MailLine }>();
  const today = shanghaiDay(now);
  const rows = await em.execute<Row[]>(sql`
    select m.id, m.code, c.id case_id, c.title, c.kind, t.step, t.due, t.deadline
      from message m join case_file c on c.id = m.case_id
      left join todo t on t.case_id = m.case_id and t.key = m.params ->> 'todo'
     where m.id = any(${uuids(ids)})`);
  const lineOf = ({ case_id: caseId, title, kind, step, due, deadline }: Row): MailLine => ({
    ...{ caseId, title, due },
    step: step ? (kindOf(kind).steps[step]?.label ?? '') : '',
    standing: standingText(standing(due, today, calendar, { deadline })),
  });
  const label = (code: string) => (isMessageCode(code) ? messageCodes[code].label : code);
  return new Map(rows.map((row) => [row.id, { label: label(row.code), line: lineOf(row) }]));
}
