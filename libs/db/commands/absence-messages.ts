import type { Clock } from '#config/clock';
import type { Period } from '#domain/absence';
import { addDays } from '#domain/day';
import type { MessageCode } from '#domain/message-codes';
import { roles } from '#domain/role';
import { Message } from '../entities/message.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import type { OwnPost } from '../queries/absences.ts';
import { sql } from '../sql.ts';

type DeputyCode = Extract<MessageCode, `deputy-${string}`>;

interface Told extends Period {
  id: string;
  version: number;
  deputyId: string;
  /** Name of the person who is away. */
  person: string;
  duties: string;
}

export const dutiesOf = (posts: readonly Pick<OwnPost, 'orgName' | 'role'>[]): string =>
  posts.map(({ orgName, role }) => `${orgName}${roles[role]}`).join('、');

/** To the deputy, once for each version of the absence. */
export async function tellDeputy(
  tx: EntityManager,
  clock: Clock,
  code: DeputyCode,
  { id, version, deputyId, from, to, person, duties }: Told,
): Promise<void> {
  const key = `${code}/${id}/${version}`;
  const params = { person, from, to, duties };
  await tx.insert(Message, { id: newId(), key, at: clock.now(), personId: deputyId, code, params });
}

/** How long after its last day somebody is still told that he no longer stands in: no worker may have run for days. */
const lookBackDays = 14;

/** Deputies whose absences have run out; each is told once, whoever asks and how often. */
export async function tellOfEnds(em: EntityManager, clock: Clock): Promise<void> {
  const today = clock.today();
  const over = await em.execute<Told[]>(sql`
    select a.id, a.version, a.deputy_id "deputyId", a.from_day "from", a.to_day "to", p.name person,
           (select string_agg(o.name || '/' || t.role, ',' order by t.id) from absence_post g
              join post t on t.id = g.post_id join org o on o.id = t.org_id where g.absence_id = a.id) duties
      from absence a join person p on p.id = a.person_id
     where a.ended_at is null and a.to_day < ${today}::date and a.to_day >= ${addDays(today, -lookBackDays)}::date
       and not exists (select 1 from message m where m.key = 'deputy-over/' || a.id || '/' || a.version)`);
  for (const one of over) {
    const duties = one.duties
      .split(',')
      .map((office) => office.split('/'))
      .map(([orgName = '', role = '']) => `${orgName}${roles[role as keyof typeof roles]}`)
      .join('、');
    const { person, from, to } = one;
    await em.execute(
      `insert into message (id, key, at, person_id, code, params) values (?, ?, ?, ?, 'deputy-over', ?::jsonb)
       on conflict (key) do nothing`,
      [
        ...[newId(), `deputy-over/${one.id}/${one.version}`, clock.now(), one.deputyId],
        JSON.stringify({ person, from, to, duties }),
      ],
    );
  }
}
