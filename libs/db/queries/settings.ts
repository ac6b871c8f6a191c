import type { SettingsView } from '#contracts/settings';
import type { Instant } from '#domain/day';
import { instantFromDatabase } from '../columns.ts';
import { Person } from '../entities/person.ts';
import type { EntityManager } from '../orm.ts';
import { sql } from '../sql.ts';

interface Code {
  at: string;
  failure: string | null;
}

export async function settingsOf(
  em: EntityManager,
  personId: string,
  { mailOn, now }: { mailOn: boolean; now: Instant },
): Promise<SettingsView> {
  const row = await em.findOneOrFail(Person, { id: personId }, { refresh: true });
  const { mailChoice, version, email = null } = row;
  const emailConfirmed = row.emailConfirmedAt !== null && row.emailConfirmedAt !== undefined;
  const [code] = await em.execute<Code[]>(sql`
    select c.at, m.failure from email_code c left join mail m on m.id = c.id
     where c.person_id = ${personId} and c.address = ${email} and c.expires_at > ${now}::timestamptz
     order by c.at desc limit 1`);
  const sent = emailConfirmed ? undefined : code;
  return {
    ...{ email, mailChoice, version, mailOn, emailConfirmed },
    codeSentAt: sent ? instantFromDatabase(sent.at) : null,
    // What the mail server said is for operators.
    codeFailure: sent?.failure?.split('：')[0] ?? null,
  };
}
