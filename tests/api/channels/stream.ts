import { once } from 'node:events';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { LiveChange } from '#contracts/live';
import { untilAtLast } from '#tests/harness/poll';

export interface Stream {
  /** What was said, in order. */
  changes: LiveChange[];
  /** The cases that were named so far. */
  cases(): string[];
  ended: boolean;
  until(what: string, look: (stream: Stream) => boolean): Promise<void>;
  close(): void;
}

/** A page that listens, at a real port. */
export async function openStream(address: string, cookie = ''): Promise<Stream> {
  const request = get(`${address}/api/live`, { headers: { cookie, accept: 'text/event-stream' } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`the stream was refused: ${response.statusCode}`);
  const stream: Stream = {
    changes: [],
    ended: false,
    cases: () => stream.changes.flatMap(({ cases = [] }) => cases),
    until: (what, look) =>
      untilAtLast(what, () => Promise.resolve(look(stream)), 15_000).then(() => undefined),
    close: () => void request.destroy(),
  };
  let rest = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const data = /^event: changed\ndata: (.*)$/m.exec(part)?.[1];
      if (data) stream.changes.push(JSON.parse(data) as LiveChange);
    }
  });
  response.on('close', () => (stream.ended = true)).on('error', () => (stream.ended = true));
  await stream.until('the first word', ({ changes }) => changes.length > 0);
  return stream;
}
