import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Answers each question once: the papers of one order are worded from nearly the same rows, a thousand times over. Only
 * for reads, in a transaction that writes nothing between them.
 */
export function askedOnce(em: EntityManager): EntityManager {
  const answers = new Map<string, Promise<unknown>>();
  async function execute(...asked: Parameters<EntityManager['execute']>): Promise<unknown> {
    const [query, ...values] = asked;
    const key = JSON.stringify([
      typeof query === 'object' && 'sql' in query ? [query.sql, query.params] : query,
      values,
    ]);
    const known = answers.get(key) ?? em.execute(...asked);
    answers.set(key, known);
    // Whoever asked may change what he got.
    return structuredClone(await known);
  }
  return new Proxy(em, {
    get(target, name) {
      if (name === 'execute') return execute;
      const held: unknown = Reflect.get(target, name, target);
      return typeof held === 'function' ? held.bind(target) : held;
    },
  });
}
