import type { Actor } from '#domain/actor';
import { shanghaiDay, type Instant } from '#domain/day';
import type { MailChoice } from '#domain/mail-choice';
import type { EntityManager } from '../../orm.ts';
import { sql, texts } from '../../sql.ts';
import { actorColumns } from '../acting.ts';
import type { ActorColumns } from '../acting.ts';

export interface Recipient {
  name: string;
  actor: Actor;
}

/** Who can log in, has confirmed an address and wants this sort, with all that he holds then: a deputy is told too. */
export async function recipients(
  em: EntityManager,
  now: Instant,
  choices: readonly MailChoice[],
): Promise<Recipient[]> {
  const day = shanghaiDay(now);
  const rows = await em.execute<({ id: string; name: string } & ActorColumns)[]>(sql`
    select p.id, p.name, ${actorColumns(sql`p.id`, { day, at: now })}
      from person p join account a on a.person_id = p.id and a.disabled_at is null
     where p.email is not null and p.email_confirmed_at is not null and p.mail_choice = any(${texts(choices)})
       and (p.disabled_on is null or p.disabled_on > ${day}::date)
     order by p.id`);
  return rows.map(({ id, name, posts, conflicts }) => ({ name, actor: { personId: id, posts, conflicts } }));
}
