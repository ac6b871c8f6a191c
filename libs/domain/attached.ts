import type { z } from 'zod';
import type { Attached } from './notice.ts';
import { group, list, prose, words } from './notice-type.ts';

/** 附件: its name on the paper; its text follows where it is not a file of its own. */
export const annexes = list(
  '附件',
  group('附件', {
    title: words('附件名称'),
    text: prose('附件正文（另附文件的不填）', 6).optional(),
  }),
);
export type Annexes = z.infer<typeof annexes>;

/** `before`: annexes that the paper's template sets itself, which come first. */
export const annexParts = (given: Annexes, before: readonly string[] = []) => {
  const several = before.length + given.length > 1;
  return {
    names: [...before, ...given.map(({ title }) => title)],
    attached: given.flatMap(({ title, text }, index): Attached[] =>
      text ? [{ sort: 'annex', ...(several ? { number: before.length + index + 1 } : {}), title, text }] : [],
    ),
  };
};
