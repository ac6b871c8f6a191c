import type { Clock } from '#config/clock';
import type { Hand } from '../../drafts/draft-sort.ts';
import { wordingSort as sort, type WordingContent } from '../../drafts/wording.ts';
import type { EntityManager } from '../../orm.ts';
import { changeDraft, proposeDraft } from './acts.ts';

/** `content` was checked against the paper, which this side cannot read (#render/wording). */
export const proposeWording = (
  em: EntityManager,
  clock: Clock,
  by: Hand,
  content: WordingContent,
): Promise<string> =>
  proposeDraft(em, clock, by, sort, () =>
    Promise.resolve({ content, says: `起草${sort.subject(content)}：${content.reason}` }),
  );

export const changeWording = (
  em: EntityManager,
  clock: Clock,
  by: Hand,
  { id, version }: { id: string; version: number },
  content: Omit<WordingContent, 'code'>,
): Promise<void> =>
  changeDraft(em, clock, by, { sort, id, version }, (_tx, { code }) =>
    Promise.resolve({
      content: { ...content, code },
      says: `修改${sort.subject({ ...content, code })}：${content.reason}`,
    }),
  );
