import { setTimeout as pause } from 'node:timers/promises';
import type { MikroORM } from './orm.ts';

/** The part of a `pg` client that listening needs; the driver itself belongs to MikroORM. */
interface Client {
  connect(): Promise<void>;
  query(text: string): Promise<unknown>;
  end(): Promise<void>;
  on(event: 'notification', hear: (told: { payload?: string }) => void): void;
  on(event: 'error' | 'end', hear: () => void): void;
}
interface Pool {
  options: object;
  Client: new (options: object) => Client;
}

interface Ears {
  /** A transaction that ended well said this. */
  hear: (payload: string) => void;
  /** The connection stands (again): what was said before it did was not heard. */
  connected: () => void;
}

const soonestMs = 500;
const latestMs = 10_000;
const beatMs = 30_000;

/** One connection of its own that listens to a channel, and comes back however often it breaks, until `signal` ends it. */
export async function listen(orm: MikroORM, channel: string, ears: Ears, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    const heard = await once(orm, channel, ears, signal).catch((error: unknown) => {
      if (failures === 0) console.warn(`cannot listen to ${channel}: ${String(error)}`);
      return false;
    });
    if (heard) failures = 0;
    await pause(Math.min(soonestMs * 2 ** failures, latestMs), undefined, { signal }).catch(() => undefined);
  }
}

/** Resolves when the connection has ended; true if it had stood. */
async function once(orm: MikroORM, channel: string, ears: Ears, signal: AbortSignal): Promise<boolean> {
  const pool = (await orm.em.getConnection().getNativeClient()) as unknown as Pool;
  // As they stand: a copy of the options would lack the password, which is hidden from copying.
  const client = new pool.Client(pool.options);
  const gone = new Promise<void>((settle) => {
    client.on('error', () => settle());
    client.on('end', () => settle());
    signal.addEventListener('abort', () => settle(), { once: true });
  });
  client.on('notification', ({ payload }) => ears.hear(payload ?? ''));
  // One that was cut without a word is found out by asking.
  let beating: NodeJS.Timeout | undefined;
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
    ears.connected();
    const silent = new Promise<void>((settle) => {
      beating = setInterval(() => void client.query('select 1').catch(() => settle()), beatMs).unref();
    });
    await Promise.race([gone, silent]);
    return true;
  } finally {
    clearInterval(beating);
    await Promise.race([client.end(), pause(1_000, undefined, { ref: false })]).catch(() => undefined);
  }
}
