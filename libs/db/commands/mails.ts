import type { Clock } from '#config/clock';
import { notFound } from '#contracts/problem';
import { plusMs, type Instant } from '#domain/day';
import type { KeptMail, Listing } from '#domain/mail';
import { backOffMs } from '#domain/back-off';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { writeLog } from './write-log.ts';
import type { LogSource } from './write-log.ts';

interface Written {
  key: string;
  personId: string;
  content: Listing;
  now: Instant;
  /** The urgent messages that it tells of. */
  messageIds?: readonly string[];
}

/** Before it is sent, under a key that stands once: no second mail says the same. Returns whether it is new. */
export function writeMail(
  orm: EntityManager,
  { key, personId, content, now, messageIds = [] }: Written,
): Promise<boolean> {
  return orm.fork().transactional(async (em) => {
    const [row] = await em.execute<{ id: string }[]>(
      `insert into mail (id, key, person_id, sort, address, content, at, next_at)
       select ?, ?, id, ?, email, ?::jsonb, ?, ? from person where id = ? and email is not null and email_confirmed_at is not null
       on conflict (key) do nothing returning id`,
      [newId(), key, content.sort, JSON.stringify(content), now, now, personId],
    );
    if (!row) return false;
    if (messageIds.length > 0) {
      await em.execute(
        `insert into mail_message (message_id, person_id, mail_id)
         select id::uuid, ?, ? from jsonb_array_elements_text(?::jsonb) as given(id) on conflict do nothing`,
        [personId, row.id, JSON.stringify(messageIds)],
      );
    }
    return true;
  });
}

export interface ClaimedMail {
  id: string;
  address: string;
  content: KeptMail;
  attempts: number;
  at: Instant;
}

/** How long a mail belongs to the sender that took it; longer than any attempt lasts (libs/channels/mail-sender.ts). */
const claimMs = 60_000;

/** Takes the mail that has waited longest; the address is the one that its person has confirmed meanwhile, if another. */
export async function claimMail(orm: EntityManager, now: Instant): Promise<ClaimedMail | undefined> {
  const [row] = await orm.fork().execute<ClaimedMail[]>(
    `update mail m set attempts = m.attempts + 1, next_at = ?,
         address = case when m.sort = 'confirm' or p.email_confirmed_at is null then m.address else p.email end
       from person p where p.id = m.person_id and m.id = (
         select id from mail where sent_at is null and given_up_at is null and next_at <= ?
          order by next_at limit 1 for update skip locked)
     returning m.id, m.address, m.content, m.attempts, to_char(m.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
    [plusMs(now, claimMs), now],
  );
  return row;
}

export async function markMailSent(orm: EntityManager, id: string, now: Instant): Promise<void> {
  await orm.fork().execute('update mail set sent_at = ?, failure = null where id = ?', [now, id]);
}

/** A refusal counts as final after some attempts; a digest is of no use after its day, an urgent one after three. */
const refusals = 3;
const hourMs = 3_600_000;
const lastsMs = { digest: 12 * hourMs, urgent: 72 * hourMs, confirm: 24 * hourMs };

export async function markMailFailed(
  orm: EntityManager,
  { id, content, attempts, at }: ClaimedMail,
  { failure, refused }: { failure: string; refused: boolean },
  now: Instant,
): Promise<void> {
  const next = plusMs(now, backOffMs(attempts));
  const lasts = plusMs(at, lastsMs[content.sort]);
  const over = (refused && attempts >= refusals) || next > lasts;
  await orm
    .fork()
    .execute('update mail set failure = ?, next_at = ?, given_up_at = ? where id = ?', [
      failure,
      next,
      over ? now : null,
      id,
    ]);
}

/** An operator has put right what kept it: it is due at once. */
export async function retryMail(em: EntityManager, clock: Clock, by: LogSource, id: string): Promise<void> {
  await em.transactional(async (tx) => {
    const rows = await tx.execute<unknown[]>(
      `update mail set next_at = ?, given_up_at = null, attempts = 0 where id = ? and sent_at is null returning id`,
      [clock.now(), id],
    );
    if (rows.length === 0) throw notFound('没有这封邮件，或者它已经发出。');
    await writeLog(tx, clock, by, {
      kind: 'channel-changed',
      subject: 'mail',
      subjectId: id,
      detail: '重发邮件',
    });
  });
}
