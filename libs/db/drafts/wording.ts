import { addDays, longDay, type Day } from '#domain/day';
import { noticeTypeOf } from '#domain/notice-types';
import { Wording } from '../entities/wording.ts';
import { wordingOn } from '../queries/papers/wording.ts';
import type { DraftSort } from './draft-sort.ts';

export interface WordingContent {
  /** Of the paper. */
  code: string;
  from: Day;
  /** The template; null for the one that is shipped. It was checked when it was kept (apps/api/wording). */
  source: string | null;
  reason: string;
}

const subjectOf = ({ code }: Pick<WordingContent, 'code'>) => `《${noticeTypeOf(code).label}》的措辞`;

/** The versions of one paper are a row of their own: another paper's wording holds up no draft of this one. */
export const wordingSort: DraftSort<WordingContent> = {
  code: 'wording',
  logged: { kind: 'wording-changed', subject: 'wording' },
  subject: subjectOf,
  naming: () =>
    Promise.resolve({
      of: ({ content }) => ({
        title: `${subjectOf(content)}${content.source === null ? '：恢复自带的措辞' : ''}`,
        detail: `自${longDay(content.from)}起`,
      }),
    }),
  problems: async (em, clock, { content: { code, from, source } }) => {
    const earliest = addDays(clock.today(), 1);
    const late = from < earliest ? [`生效日期最早为明天（${longDay(earliest)}）。`] : [];
    const held = await wordingOn(em, code, from);
    const same = (held?.source ?? null) === source;
    return same ? [...late, `${longDay(from)}起本来就用这样的措辞，没有改动。`] : late;
  },
  beside: async (em, { content: { code } }) => ({
    version: String(await latestVersion(em, code)),
    since: '这份文书的措辞已有另一版发布',
  }),
  publish: async (tx, clock, { content: { code, from, source, reason }, personId }, by) => {
    const version = (await latestVersion(tx, code)) + 1;
    await tx.insert(Wording, {
      ...{ code, version, fromDay: from, source, reason, at: clock.now() },
      ...{ proposedById: personId, approvedById: by.personId },
    });
    return { became: String(version), label: `第${version}版，自${longDay(from)}起` };
  },
};

async function latestVersion(em: Parameters<typeof wordingOn>[0], code: string): Promise<number> {
  const [row] = await em.execute<{ version: number | null }[]>(
    'select max(version) as version from wording where code = ?',
    [code],
  );
  return row?.version ?? 0;
}
