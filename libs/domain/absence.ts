import { longDay } from './day.ts';
import type { Day } from './day.ts';
import { refuse } from './permission.ts';
import type { Refusal } from './permission.ts';

/** Both days included. */
export interface Period {
  from: Day;
  to: Day;
}

export interface Absence extends Period {
  personId: string;
  deputyId: string;
}

/** With the names that a refusal says. */
export interface NamedAbsence extends Absence {
  person: string;
  deputy: string;
}

export const overlap = (one: Period, other: Period): boolean => one.from <= other.to && other.from <= one.to;

export const periodText = ({ from, to }: Period): string =>
  from === to ? longDay(from) : `${longDay(from)}至${longDay(to)}`;

/**
 * Why an absence cannot stand beside those that stand. On no day is anybody both absent and a deputy: so what was given
 * is never given on, and no two stand in for each other.
 */
export function absenceRefusal(
  planned: NamedAbsence,
  standing: readonly NamedAbsence[],
  today: Day,
): Refusal | undefined {
  const { personId, deputyId, person, deputy } = planned;
  if (planned.to < planned.from) return refuse('days', '最后一天不能早于第一天。', 'to');
  if (planned.from < today) return refuse('past', '第一天不能早于今天。', 'from');
  if (personId === deputyId) return refuse('own-deputy', '不能由本人代理本人，请另选一人。', 'deputyId');
  const near = standing.filter((one) => overlap(one, planned));
  const own = near.find((one) => one.personId === personId);
  if (own)
    return refuse(
      'absent',
      `${person}${periodText(own)}已有一次请假，由${own.deputy}代理；请先结束那一次，或另选日期。`,
      'from',
    );
  const held = near.find((one) => one.deputyId === personId);
  if (held)
    return refuse(
      'deputising',
      `${person}${periodText(held)}正代理${held.person}，代理的职务不能再转给他人；请先为${held.person}另安排代理人。`,
      'from',
    );
  const away = near.find((one) => one.personId === deputyId);
  if (away)
    return refuse('deputy-absent', `${deputy}${periodText(away)}也请假，不能代理；请另选一人。`, 'deputyId');
  return undefined;
}
