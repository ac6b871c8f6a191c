import { longDay } from '#domain/day';
import type { Told } from './told.ts';
import { itemName } from './pairing/told-items.ts';

interface Detail {
  /** Acts whose forms name it. */
  from: readonly string[];
  name: (acts: readonly Told[], round: string) => string;
}

const item: Detail = {
  from: ['submit-plan'],
  name: (acts, round) => itemName(acts, round.split('.')[0] ?? ''),
};
const week: Detail = { from: [], name: (_, round) => `${longDay(round)}起的一周` };

/** Steps that come in several pieces: how a piece is called. */
const details: Record<string, Record<string, Detail>> = {
  pairing: {
    'report-item': item,
    'weekly-report': week,
  },
};

export const actionsBehind = (kind: string, step: string): readonly string[] =>
  details[kind]?.[step]?.from ?? [];

export const detailOf = (
  kind: string,
  step: string,
  round: string,
  acts: readonly Told[],
): string | undefined => details[kind]?.[step]?.name(acts, round.split(':')[0] ?? round);
