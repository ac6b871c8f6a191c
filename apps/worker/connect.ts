import { setTimeout as pause } from 'node:timers/promises';
import { NativeConnection, TransportError } from '@temporalio/worker';

const everyMs = 500;

/** A worker started while Temporal is away waits for it: ending would only make the supervisor wait longer. */
export async function connectPatiently(address: string): Promise<NativeConnection> {
  for (let told = false; ; told = true) {
    try {
      return await NativeConnection.connect({ address });
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      if (!told) console.warn(`Temporal at ${address} does not answer yet: ${error.message}`);
      await pause(everyMs);
    }
  }
}
