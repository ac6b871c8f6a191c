import type { EventEmitter } from 'node:events';

interface Client extends EventEmitter {
  release(destroy: boolean): void;
}

/** A query on a connection that is lost fails at once, and so does the rollback after it. */
const graceMs = 1_000;

/**
 * Kysely gives a connection back only after a commit or a rollback that worked. One that is lost within a transaction,
 * as when PostgreSQL is killed, would be missing from the pool for ever, and after as many the process would stand
 * still: it is taken from whoever still holds it.
 */
export function giveBackLost(pool: EventEmitter): void {
  const held = new Set<Client>();
  pool.on('acquire', (client: Client) => held.add(client));
  pool.on('release', (_error: unknown, client: Client) => held.delete(client));
  pool.on('connect', (client: Client) => {
    client.once('end', () => {
      setTimeout(() => {
        if (held.delete(client)) client.release(true);
      }, graceMs).unref();
    });
  });
}
