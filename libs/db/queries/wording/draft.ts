import type { Clock } from '#config/clock';
import type { DraftHead } from '#contracts/draft';
import type { Actor } from '#domain/actor';
import { addDays } from '#domain/day';
import { wordingSort, type WordingContent } from '../../drafts/wording.ts';
import type { EntityManager } from '../../orm.ts';
import { draftHead } from '../drafts/draft-head.ts';
import { draftOfSort } from '../drafts/draft-row.ts';
import { wordingOn } from '../papers/wording.ts';
import { versionLabel } from './periods.ts';

export interface WordingDraftFound {
  head: DraftHead;
  content: WordingContent;
  /** What holds on the day before; without a source the shipped wording. */
  before: { label: string; source?: string };
}

/** The templates are put into words where the shipped ones can be read (apps/api/wording). */
export async function wordingDraft(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  id: string,
): Promise<WordingDraftFound> {
  const row = await draftOfSort(em, wordingSort, actor, id);
  const { content } = row;
  const held = await wordingOn(em, content.code, addDays(content.from, -1));
  const { version = 0, source } = held ?? {};
  return {
    head: await draftHead(em, clock, actor, wordingSort, row),
    content,
    before: {
      label: versionLabel(version, source === undefined),
      ...(source === undefined ? {} : { source }),
    },
  };
}
