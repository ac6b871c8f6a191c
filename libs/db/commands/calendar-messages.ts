import type { Clock } from '#config/clock';
import { Message } from '../entities/message.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';

interface Draft {
  id: string;
  year: number;
  version: number;
}

/** To the security administrators, and to each other system administrator. */
export async function tellApprovers(
  tx: EntityManager,
  clock: Clock,
  by: { personId: string; name: string },
  { id, year, version }: Draft,
): Promise<void> {
  const at = clock.now();
  const params = { year, by: by.name, draft: id };
  const message = { at, code: 'calendar-handed-in', params };
  const key = `calendar-handed-in/${id}/${version}`;
  await tx.insert(Message, { id: newId(), key, role: 'security-admin', ...message });
  const others = await tx.execute<{ person_id: string }[]>(
    `select distinct person_id from post
      where role = 'system-admin' and person_id <> ? and from_day <= ? and (until_day is null or until_day > ?)`,
    [by.personId, clock.today(), clock.today()],
  );
  for (const { person_id: personId } of others)
    await tx.insert(Message, { id: newId(), key: `${key}/${personId}`, personId, ...message });
}

export async function tellProposer(
  tx: EntityManager,
  clock: Clock,
  { id, year, version, personId }: Draft & { personId: string },
  code: 'calendar-published' | 'calendar-returned',
  params: Record<string, string>,
): Promise<void> {
  const key = `${code}/${id}/${version}`;
  const message = { id: newId(), key, at: clock.now(), personId, code };
  await tx.insert(Message, { ...message, params: { year, draft: id, ...params } });
}
