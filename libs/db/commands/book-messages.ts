import type { Clock } from '#config/clock';
import type { MessageCode } from '#domain/message-codes';
import { Message } from '../entities/message.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';

/** What is told about a draft of a calendar or of rules: once for each of its versions. */
interface Told {
  code: MessageCode;
  id: string;
  version: number;
  params: Record<string, string | number>;
}

/** To the security administrators, and to each other system administrator. */
export async function tellApprovers(
  tx: EntityManager,
  clock: Clock,
  by: { personId: string; name: string },
  { code, id, version, params }: Told,
): Promise<void> {
  const message = { at: clock.now(), code, params: { ...params, by: by.name, draft: id } };
  const key = `${code}/${id}/${version}`;
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
  personId: string,
  { code, id, version, params }: Told,
): Promise<void> {
  const message = { id: newId(), key: `${code}/${id}/${version}`, at: clock.now(), personId, code };
  await tx.insert(Message, { ...message, params: { ...params, draft: id } });
}
