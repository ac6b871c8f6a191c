import type { ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Clock } from '#config/clock';
import { listen } from '#db/listen';
import { MikroORM } from '#db/orm';
import { sightOf } from '#db/queries/cases/visible';
import { partiesOf } from '#db/queries/live';
import { unreadMessages } from '#db/queries/messages';
import { signedInByToken } from '#db/queries/signed-in';
import { isTold } from '#domain/permission';
import type { Role } from '#domain/role';
import { CLOCK } from '#api/parts.module';
import type { Signed } from '#api/access/signed';
import { LiveStream } from './live-stream.ts';
import type { LiveReader } from './live-stream.ts';

/** What is said within this time is told at once together. */
const gatherMs = 300;
const beatMs = 20_000;
/** Each so many beats it is asked whether the session still holds: it may have run out, which nobody announces. */
const beatsPerLook = 3;
const mostPerSession = 10;

interface Begun {
  reader: LiveReader;
  unread: number;
}

/** The open pages of this process, and the one connection to PostgreSQL that feeds them. */
@Injectable()
export class Live implements OnModuleDestroy {
  readonly #streams = new Set<LiveStream>();
  readonly #cases = new Set<string>();
  readonly #ending = new AbortController();
  #listening: Promise<void> | undefined;
  #round: NodeJS.Timeout | undefined;
  #beats = 0;

  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Before anything is answered, so that a failure still can be. */
  async begin({ sessionId, actor }: Signed): Promise<Begun> {
    const em = this.orm.em.fork();
    const reader = { sessionId, actor, sight: await sightOf(em, actor) };
    return { reader, unread: await unreadMessages(em, actor) };
  }

  open(out: ServerResponse, token: string, { reader, unread }: Begun): LiveStream {
    const stream = new LiveStream(out, token, reader);
    const own = [...this.#streams].filter((one) => one.reader.sessionId === reader.sessionId);
    for (const old of own.slice(0, Math.max(0, own.length + 1 - mostPerSession))) this.close(old);
    this.#streams.add(stream);
    out.on('close', () => this.#streams.delete(stream));
    stream.tell({ unread });
    // What came between the count and now.
    stream.countUnread = true;
    this.#start();
    this.#soon();
    return stream;
  }

  close(stream: LiveStream, event?: 'ended'): void {
    this.#streams.delete(stream);
    stream.end(event);
  }

  async onModuleDestroy(): Promise<void> {
    this.#ending.abort();
    clearTimeout(this.#round);
    for (const stream of this.#streams) this.close(stream);
    await this.#listening;
  }

  #start(): void {
    if (this.#listening || this.#ending.signal.aborted) return;
    const ears = {
      hear: (payload: string) => this.#hear(payload),
      connected: () => {
        for (const stream of this.#streams) stream.tell({ all: true });
      },
    };
    const beating = setInterval(() => void this.#beat(), beatMs).unref();
    this.#listening = listen(this.orm, 'duxing_live', ears, this.#ending.signal).finally(() =>
      clearInterval(beating),
    );
  }

  #hear(payload: string): void {
    const [about = '', ...rest] = payload.split('/');
    const [id = ''] = rest;
    const of = (test: (reader: LiveReader) => boolean) =>
      [...this.#streams].filter(({ reader }) => test(reader));
    switch (about) {
      case 'case':
        this.#cases.add(id);
        break;
      case 'message':
        for (const stream of of((reader) => isAddressed(reader, rest))) stream.countUnread = true;
        break;
      case 'read':
        for (const stream of of(({ actor }) => actor.personId === id)) stream.countUnread = true;
        break;
      case 'posts':
        for (const stream of of(({ actor }) => actor.personId === id)) void this.#look(stream);
        break;
      case 'session':
        for (const stream of of(({ sessionId }) => sessionId === id)) this.close(stream, 'ended');
        break;
    }
    this.#soon();
  }

  #soon(): void {
    this.#round ??= setTimeout(() => void this.#tell(), gatherMs);
  }

  /** One round: what gathered is told to those who may see it. */
  async #tell(): Promise<void> {
    const cases = [...this.#cases];
    this.#cases.clear();
    try {
      const outside = [...this.#streams].some(({ reader }) => reader.sight !== 'all');
      const parties = outside ? await partiesOf(this.orm.em.fork(), cases) : new Map<string, string[]>();
      for (const stream of this.#streams) {
        const { sight } = stream.reader;
        const sees = (id: string) =>
          sight === 'all' || (parties.get(id) ?? []).some((orgId) => sight.includes(orgId));
        for (const id of cases.filter(sees)) stream.noteCase(id);
      }
      for (const stream of this.#streams) await this.#tellOne(stream);
    } catch {
      // The database is away for a moment: pages read everything when it is back.
      for (const stream of this.#streams) {
        stream.countUnread = false;
        stream.tell({ all: true });
      }
    } finally {
      this.#round = undefined;
      if (this.#cases.size > 0 || [...this.#streams].some((stream) => stream.countUnread)) this.#soon();
    }
  }

  async #tellOne(stream: LiveStream): Promise<void> {
    const change = stream.take();
    if (stream.countUnread) {
      stream.countUnread = false;
      change.unread = await unreadMessages(this.orm.em.fork(), stream.reader.actor);
    }
    stream.tell(change);
  }

  async #beat(): Promise<void> {
    this.#beats += 1;
    for (const stream of this.#streams) {
      stream.beat();
      if (this.#beats % beatsPerLook === 0) await this.#look(stream);
    }
  }

  /** Who may no longer see is told no more, from the moment his posts change. */
  async #look(stream: LiveStream): Promise<void> {
    try {
      const signed = await signedInByToken(this.orm.em.fork(), stream.token, this.clock);
      if (!signed) return this.close(stream, 'ended');
      const { sessionId, actor } = signed;
      stream.reader = { sessionId, actor, sight: await sightOf(this.orm.em.fork(), actor) };
      stream.countUnread = true;
    } catch {
      // Asked again with a later beat.
    }
  }
}

/** The parts of a message's address: person, organisation, role, each `-` where it has none. */
function isAddressed({ actor }: LiveReader, parts: string[]): boolean {
  const [personId = null, orgId = null, role = null] = parts.map((part) => (part === '-' ? null : part));
  return isTold(actor, { personId, orgId, role: role as Role | null });
}
