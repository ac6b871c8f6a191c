import type { Clock } from '#config/clock';
import { notFound } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import { Message, MessageRead } from '../entities/message.ts';
import type { EntityManager } from '../orm.ts';
import { addressedTo } from '../queries/messages.ts';

export async function readMessage(em: EntityManager, clock: Clock, actor: Actor, id: string): Promise<void> {
  const mine = await em.count(Message, { $and: [{ id }, addressedTo(actor)] });
  if (mine === 0) throw notFound('没有这条消息。');
  const row = { messageId: id, personId: actor.personId, at: clock.now() };
  await em
    .createQueryBuilder(MessageRead)
    .insert(row)
    .onConflict(['messageId', 'personId'])
    .ignore()
    .execute();
}
