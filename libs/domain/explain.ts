import {
  yearOf,
  daysBetween,
  fullDay,
  longDay,
  shanghaiDay,
  shanghaiTime,
  shortDay,
  type Day,
} from './day.ts';
import type { Deadline } from './deadline.ts';
import type { Step, Unit } from './derivation.ts';
import type { Extension } from './term.ts';

const units: Record<Unit, string> = { WD: '个工作日', CD: '日', MO: '个月', H: '小时' };
/** `5个工作日`, `30日`. */
export const lengthWords = ({ count, unit }: Pick<Extension, 'count' | 'unit'>) =>
  `${Math.abs(count)}${units[unit]}`;
const stepDays = ({ from, to }: Step) => (to === undefined ? 1 : daysBetween(from, to) + 1);

/** Days of the start's own year are read without it. */
function reader(start: Day) {
  const year = yearOf(start);
  const one = (day: Day) => (yearOf(day) === year ? shortDay(day) : fullDay(day));
  return { one, run: ({ from, to }: Step) => (to === undefined ? one(from) : `${one(from)}至${one(to)}`) };
}

function phrase(step: Step, deadline: Deadline): string | undefined {
  const { one, run } = reader(deadline.start);
  switch (step.kind) {
    case 'makeup':
      return `${run(step)}为调休上班日，计入`;
    case 'weekend':
      return `${run(step)}为周末，不计`;
    case 'holiday':
      return `${run(step)}为${step.name}放假，不计`;
    case 'suspended':
      return `${run(step)}中止${step.name ? `（${step.name}）` : ''}，${stepDays(step)}日不计`;
    case 'months':
      return deadline.suspensions.length > 0 ? `按月计算至${one(step.to!)}` : undefined;
    case 'extended':
      return `${one(step.from)}届满后延长${step.name ? `（${step.name}）` : ''}`;
    case 'rolled':
      return `${one(step.from)}为${step.name}，${deadline.count < 0 ? '提前' : '顺延'}至${one(step.to!)}`;
    default:
      return undefined;
  }
}

function opening(deadline: Deadline): string {
  const { start, startAt, count } = deadline;
  if (deadline.fixedWeekday) return `${fullDay(start)}之后每周的固定日`;
  if (count < 0) return `${fullDay(start)}之前须满${lengthWords(deadline)}，通知当日和该日均不计入`;
  const end = deadline.steps.find(({ kind }) => kind === 'period-end');
  const period = deadline.endOf === 'quarter' ? '季度末' : '月末';
  const term = [deadline, ...deadline.extendedBy].map(lengthWords).join('，延长');
  if (end && count === 0) return `以${fullDay(end.from)}（${period}）为期限`;
  if (end) return `自${period}${fullDay(end.from)}次日起算，${term}`;
  // A day that was agreed on keeps the day of the agreement as its start.
  if (count === 0) return `以${fullDay(deadline.steps[0]?.from ?? start)}为期限`;
  if (startAt && deadline.unit === 'H')
    return `自${fullDay(start)}${shanghaiTime(startAt)}的下一小时起算，${term}，节假日不扣除`;
  return `自${fullDay(start)}次日起算，${term}`;
}

function closing({ start, due, dueAt, count, unit }: Deadline): string {
  const day = reader(start).one(due);
  if (count < 0) return `最迟须在${day}通知`;
  if (!dueAt) return `至${day}届满`;
  // 00:00 is read out as 24:00 of the day before.
  const midnight = unit === 'H' && shanghaiDay(dueAt) !== due;
  return `至${day}${midnight ? '24:00' : shanghaiTime(dueAt)}届满`;
}

/** The derivation as a sentence that a clerk could read out. */
export function explain(deadline: Deadline): string {
  const phrases = deadline.steps.map((step) => phrase(step, deadline)).filter((text) => text !== undefined);
  const notes: string[] = [];
  if (deadline.originalDue !== deadline.due) notes.push(`原期限为${longDay(deadline.originalDue)}`);
  if (deadline.suspensions.some(({ to }) => to === undefined)) notes.push('现中止计算，恢复后顺延');
  if (deadline.provisional) notes.push('所涉年度的放假安排尚未公布，为暂定日期，公布后重新计算');
  const sentence = `${[opening(deadline), ...phrases].join('；')}；${closing(deadline)}。`;
  return sentence + notes.map((note) => `${note}。`).join('');
}
