import type { Clock } from '#config/clock';
import { notFound } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import type { Instant } from '#domain/day';
import { Message, MessageRead } from '../entities/message.ts';
import type { EntityManager } from '../orm.ts';
import { addressedTo, unreadBy } from '../queries/messages.ts';

export async function readMessage(em: EntityManager, clock: Clock, actor: Actor, id: string): Promise<void> {
  const mine = await em.count(Message, { $and: [{ id }, addressedTo(actor)] });
  if (mine === 0) throw notFound('没有这条消息。');
  await markRead(em, clock, actor, [id]);
}

/** All that the reader had before him; what came after is not touched. */
export async function readMessages(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  until: Instant,
): Promise<void> {
  const where = { $and: [addressedTo(actor), unreadBy(actor), { at: { $lte: until } }] };
  const rows = await em.find(Message, where, { fields: ['id'] });
  await markRead(
    em,
    clock,
    actor,
    rows.map(({ id }) => id),
  );
}

async function markRead(
  em: EntityManager,
  clock: Clock,
  { personId }: Actor,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const rows = ids.map((messageId) => ({ messageId, personId, at: clock.now() }));
  const insert = em.createQueryBuilder(MessageRead).insert(rows);
  await insert.onConflict(['messageId', 'personId']).ignore().execute();
}
