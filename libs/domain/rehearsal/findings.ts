import { dayKind, isWorkingDay, workingDaysBetween, type Calendar } from '../calendar.ts';
import type { OpenTodo } from '../case.ts';
import { addDays, weekday, type Day } from '../day.ts';
import type { Deadline } from '../deadline.ts';
import type { HolidayCount, HolidaySort, StageLength, Unfinished, Unmanned } from './rehearsed.ts';
import { Heap } from './tally.ts';

interface Off {
  sort: HolidaySort;
  name: string;
  instead?: Day;
}

/** Whether a deadline meets days off, by what its derivation says. */
export function offDays(deadline: Deadline, calendar: Calendar): Off | undefined {
  const { due, steps, fixedWeekday } = deadline;
  const nameOf = (day: Day) => dayKind(calendar, day).name ?? '周末';
  if (!isWorkingDay(calendar, due)) return { sort: 'on', name: nameOf(due) };
  const rolled = steps.find(({ kind }) => kind === 'rolled');
  if (rolled) return { sort: 'rolled', name: rolled.name ?? nameOf(rolled.from), instead: rolled.from };
  if (fixedWeekday && weekday(due) !== fixedWeekday) {
    const instead = addDays(due, fixedWeekday - weekday(due));
    return { sort: 'rolled', name: nameOf(instead), instead };
  }
  const names = steps.flatMap(({ kind, name }) => (kind === 'holiday' && name ? [name] : []));
  return names.length > 0 ? { sort: 'across', name: [...new Set(names)].join('、') } : undefined;
}

/** What deserves a line of its own, found while the members are played. */
export class Findings {
  readonly holidays = new Heap<Omit<HolidayCount, 'times'>>();
  readonly provisional = new Map<string, { times: number; firstDue: Day }>();
  readonly unmanned = new Heap<Omit<Unmanned, 'times'>>();
  readonly unanswered = new Heap<{ step: string }>();
  readonly refusals = new Heap<{ step: string; reason: string }>();
  readonly stages = new Map<string, StageLength>();
  readonly unfinished: Unfinished[] = [];
  readonly #calendar: Calendar;
  /** Many cases derive the same deadline on the same day. */
  readonly #known = new Map<string, Off | undefined>();

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  deadline(step: string, deadline: Deadline): void {
    const { rule, start, due } = deadline;
    const key = `${step} ${rule} ${start} ${due}`;
    if (!this.#known.has(key)) this.#known.set(key, offDays(deadline, this.#calendar));
    const off = this.#known.get(key);
    if (off) this.holidays.add(`${off.sort} ${step} ${off.name} ${due}`, () => ({ ...off, step, due }));
    if (!deadline.provisional) return;
    const { times, firstDue } = this.provisional.get(step) ?? { times: 0, firstDue: due };
    this.provisional.set(step, { times: times + 1, firstDue: due < firstDue ? due : firstDue });
  }

  empty(key: string, { step, office }: OpenTodo, others: boolean): void {
    this.unmanned.add(`${key} ${step} ${others}`, () => ({ office, step, others }));
  }

  passed(stage: string, id: string, entered: Day, left: Day): void {
    const length = workingDaysBetween(this.#calendar, entered, left);
    const one = this.stages.get(stage) ?? { stage, passes: 0, workingDays: 0, worst: -1, worstId: id };
    const worse = length > one.worst;
    this.stages.set(stage, {
      ...{ stage, passes: one.passes + 1, workingDays: one.workingDays + length },
      ...{ worst: worse ? length : one.worst, worstId: worse ? id : one.worstId },
    });
  }
}
