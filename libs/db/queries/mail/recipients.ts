import type { Actor, Post } from '#domain/actor';
import type { Day } from '#domain/day';
import type { MailChoice } from '#domain/mail-choice';
import type { EntityManager } from '../../orm.ts';

export interface Recipient {
  name: string;
  actor: Actor;
}

/** Who can log in, has an address and wants this sort, with the posts that hold on the day. */
export async function recipients(em: EntityManager, today: Day, choice: MailChoice): Promise<Recipient[]> {
  const rows = await em.execute<{ id: string; name: string; posts: Post[] }[]>(
    `select p.id, p.name, json_agg(json_build_object('orgId', o.id, 'orgKind', o.kind, 'role', t.role) order by t.id) posts
       from person p join account a on a.person_id = p.id and a.disabled_at is null
       join post t on t.person_id = p.id and t.from_day <= ?::date and (t.until_day is null or t.until_day > ?::date)
       join org o on o.id = t.org_id and (o.disabled_on is null or o.disabled_on > ?::date)
      where p.email is not null and p.mail_choice = ? and p.disabled_on is null
      group by p.id order by p.id`,
    [today, today, today, choice],
  );
  return rows.map(({ id, name, posts }) => ({ name, actor: { personId: id, posts } }));
}
