import type { Session } from '../api/types.ts';
import { dateText } from './day-text.ts';

/** The posts that he exercises for others: 孙慧兰的分管领导职务, 至11月27日. */
export const actingLines = ({ posts, today }: Session): { what: string; until: string }[] =>
  posts.flatMap(({ actingFor, roleLabel }) =>
    actingFor
      ? [{ what: `${actingFor.name}的${roleLabel}职务`, until: `至${dateText(actingFor.to, today)}` }]
      : [],
  );
