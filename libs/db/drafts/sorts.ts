import type { DraftSortCode } from '#domain/draft-sorts';
import { calendarSort } from './calendar.ts';
import type { DraftSort } from './draft-sort.ts';
import { rulesSort } from './rules.ts';
import { wordingSort } from './wording.ts';

/** One line a sort. A content was kept by its own sort's command and goes to no other. */
const sorts: Record<DraftSortCode, DraftSort<unknown>> = {
  calendar: calendarSort,
  rules: rulesSort,
  wording: wordingSort,
};

export const sortOf = (code: DraftSortCode): DraftSort<unknown> => sorts[code];
