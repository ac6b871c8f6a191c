import { z } from 'zod';
import { flag } from './page.ts';

/** The data of an event `changed`: what its reader may see of what changed. Ids and numbers only. */
export interface LiveChange {
  /** Unread messages, up to 100, where it may have changed. */
  unread?: number;
  /** Cases that changed. */
  cases?: string[];
  /** More changed than is named, or something may have been missed: read everything again. */
  all?: true;
}

/** `once`: what the stream begins with, then it ends; for whoever asks again by himself. */
export const liveQuery = z.object({ once: flag.optional() });
export type LiveQuery = z.infer<typeof liveQuery>;
