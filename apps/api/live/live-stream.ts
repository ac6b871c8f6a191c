import type { ServerResponse } from 'node:http';
import type { LiveChange } from '#contracts/live';
import type { Actor } from '#domain/actor';
import type { Sight } from '#db/queries/cases/visible';

/** The reader of one stream, as far as it decides what he is told. */
export interface LiveReader {
  sessionId: string;
  actor: Actor;
  sight: Sight;
}

/** A reader that takes nothing is cut off: he comes back and reads everything. */
const mostUnsentBytes = 64 * 1024;
const mostCases = 50;

/** One open page. What is to be told gathers here until the next round. */
export class LiveStream {
  readonly token: string;
  reader: LiveReader;
  countUnread = false;
  #cases = new Set<string>();
  readonly #out: ServerResponse;

  constructor(out: ServerResponse, token: string, reader: LiveReader) {
    this.#out = out;
    this.token = token;
    this.reader = reader;
  }

  noteCase(caseId: string): void {
    this.#cases.add(caseId);
  }

  /** What gathered, without the unread count. */
  take(): LiveChange {
    const cases = [...this.#cases];
    this.#cases = new Set();
    if (cases.length > mostCases) return { all: true };
    return cases.length > 0 ? { cases } : {};
  }

  tell(change: LiveChange): void {
    if (Object.keys(change).length > 0) this.#write(`event: changed\ndata: ${JSON.stringify(change)}\n\n`);
  }

  /** Keeps proxies from closing a silent connection, and finds out who is gone. */
  beat(): void {
    this.#write(': \n\n');
  }

  /** `ended` tells the page not to come back by itself: the session is over. */
  end(event?: 'ended'): void {
    this.#out.end(event ? `event: ${event}\ndata: {}\n\n` : undefined);
  }

  #write(text: string): void {
    if (this.#out.writableEnded || this.#out.destroyed) return;
    if (this.#out.writableLength > mostUnsentBytes) this.#out.destroy();
    else this.#out.write(text);
  }
}
