import type { Clock } from '#config/clock';
import type { MailState } from '#contracts/mail';
import { startOfDay } from '#domain/day';
import { instantFromDatabase } from '../../columns.ts';
import type { EntityManager } from '../../orm.ts';
import { sql } from '../../sql.ts';

type Failing = MailState['failing'][number];
const most = 100;
const shownMs = 7 * 86_400_000;

/** What an operator looks at: whether mail goes out, and what does not. */
export async function mailState(
  em: EntityManager,
  clock: Clock,
  { from }: { from: string | undefined },
): Promise<MailState> {
  const [counts] = await em.execute<{ waiting: number; sent: number }[]>(sql`select
    (select count(*)::int from mail where sent_at is null and given_up_at is null) waiting,
    (select count(*)::int from mail where sent_at >= ${startOfDay(clock.today())}::timestamptz) sent`);
  const rows = await em.execute<Failing[]>(sql`
    select m.id, m.person_id "personId", p.name "personName", m.sort, m.address, m.at, m.attempts, m.failure,
           m.next_at "nextAt", m.given_up_at is not null "givenUp"
      from mail m join person p on p.id = m.person_id
     where m.sent_at is null and m.failure is not null
       and m.at > ${clock.now()}::timestamptz - make_interval(secs => ${shownMs / 1000})
     order by m.at desc, m.id limit ${most}`);
  const failing = rows.map((row) => ({
    ...row,
    at: instantFromDatabase(row.at),
    nextAt: instantFromDatabase(row.nextAt),
  }));
  return {
    on: from !== undefined,
    from: from ?? null,
    sentToday: counts?.sent ?? 0,
    waiting: counts?.waiting ?? 0,
    failing,
  };
}
