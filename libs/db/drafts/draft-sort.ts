import type { Clock } from '#config/clock';
import type { DraftPublished } from '#contracts/draft';
import type { Actor } from '#domain/actor';
import type { DraftSortCode } from '#domain/draft-sorts';
import type { LogLine, LogSource } from '../commands/write-log.ts';
import type { DraftRow } from '../entities/draft.ts';
import type { EntityManager } from '../orm.ts';

/** Who signed in, with the name that messages carry. */
export interface Hand extends LogSource {
  personId: string;
  name: string;
  actor: Actor;
}

/** `book` is the version of the rule book that open cases have to be told of, where there is one. */
export type Published = DraftPublished & { book?: string };

export interface Naming<Content> {
  of(draft: DraftRow<Content>): { title: string; detail: string };
}

/**
 * What differs between the sorts of drafts on this side, one file and one line in sorts.ts each. The flow itself stands
 * once in commands/drafts and queries/drafts, who may do what in #domain/draft.
 */
export interface DraftSort<Content> {
  code: DraftSortCode;
  logged: Pick<LogLine, 'kind' | 'subject'>;
  /** As it stands in sentences: 批准并发布“2027年工作日历”. */
  subject(content: Content): string;
  /** How its drafts are called in a list. */
  naming(em: EntityManager): Promise<Naming<Content>>;
  /** What keeps it from being handed in and published, as things stand now: days pass, and others are published. */
  problems(em: EntityManager, clock: Clock, draft: DraftRow<Content>): Promise<string[]>;
  /** What holds now: a draft is published beside what it was handed in beside, or it has to be looked at again. */
  beside(em: EntityManager, draft: DraftRow<Content>): Promise<{ version: string; since: string }>;
  /** In the transaction that publishes it; nothing that stood is changed. */
  publish(tx: EntityManager, clock: Clock, draft: DraftRow<Content>, by: Hand): Promise<Published>;
}
