import type { CommitInput } from '#contracts/act';
import type { EntityManager } from '../orm.ts';
import { timesUrged, type Holder } from '../queries/urged-today.ts';

/** No holder is urged by hand twice a day, not even by two inspectors in two cases at the same moment. */
export async function urgedTwice(
  em: EntityManager,
  { event, effects }: CommitInput,
): Promise<string | undefined> {
  const holders = new Map(
    effects.flatMap((effect): [string, Holder][] =>
      effect.type === 'message' && effect.code === 'urge'
        ? [[JSON.stringify([effect.person ?? effect.to]), { to: effect.to, person: effect.person }]]
        : [],
    ),
  );
  if (holders.size === 0 || event.actor === 'system') return undefined;
  const { bulkSince } = event.facts;
  // In one order for everybody: two acts that wait for each other's holders would wait for ever.
  for (const [key, holder] of [...holders].sort(([one], [other]) => (one < other ? -1 : 1))) {
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 11))', [`${event.day} ${key}`]);
    const [since, doer] = bulkSince
      ? [bulkSince, event.actor.personId]
      : ['9999-12-31T00:00:00.000Z', undefined];
    if ((await timesUrged(em, holder, event.at, since, doer)) > 0)
      return '该承办人今天已被催办过，同一承办人每天最多催办一次。';
  }
  return undefined;
}
