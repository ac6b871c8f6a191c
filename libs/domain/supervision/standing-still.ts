import type { Effect, OpenTodo, RuleBook } from '../case.ts';
import type { Instant } from '../day.ts';
import type { Deadline } from '../deadline.ts';
import type { Who } from '../kind.ts';
import { dueRungs, ladderOf, nextRung } from '../ladder.ts';
import type { Office } from '../permission.ts';

/** Whoever stopped a clock, and how often he has been asked since whether it must stand still. */
export interface Stopped {
  office: Office;
  personId?: string;
  fired: string[];
}

/** The ladder of a clock that stands still. */
export const stoppedLadder = 'stopped';

/** Not whoever decided about it: he who said that there is a ground. What a deputy asked for is his principal's. */
export function stoppedBy({ office }: OpenTodo, { personId, orgId, actingFor }: Who): Stopped {
  const own = 'orgId' in office && office.orgId === orgId;
  const person = actingFor ?? personId;
  return {
    office: own ? office : { bureau: true, role: 'inspector' },
    ...(person === undefined ? {} : { personId: person }),
    fired: [],
  };
}

/** A clock of its own, which starts on the first day that does not count. */
function clockOf({ deadline, stopped }: OpenTodo): { deadline: Deadline; stopped: Stopped } | undefined {
  const open = deadline?.suspensions.find(({ to }) => to === undefined);
  if (!deadline || !open || !stopped) return undefined;
  return { deadline: { ...deadline, start: open.from, due: open.from, suspensions: [] }, stopped };
}

export function nextQuestion(
  todo: OpenTodo,
  { ladder, calendar }: RuleBook,
  now: Instant,
): Instant | undefined {
  const clock = clockOf(todo);
  return (
    clock && nextRung(ladderOf(ladder, stoppedLadder), clock.deadline, clock.stopped.fired, calendar, now)?.at
  );
}

/** What has come of it by now: the todo with it, and the questions. */
export function askWhy(
  key: string,
  todo: OpenTodo,
  now: Instant,
  { ladder, calendar }: RuleBook,
): { todo: OpenTodo; messages: Effect[] } | undefined {
  const clock = clockOf(todo);
  if (!clock) return undefined;
  const { deadline, stopped } = clock;
  const due = dueRungs(ladderOf(ladder, stoppedLadder), deadline, stopped.fired, now, calendar);
  if (due.length === 0) return undefined;
  const { office, personId } = stopped;
  const messages = due.map(({ rung, row, lateByWorkingDays }): Effect => ({
    type: 'message',
    to: office,
    ...(personId === undefined ? {} : { person: personId }),
    code: 'suspended-long',
    todoKey: key,
    params: { rung: row.code, turn: rung, lateBy: lateByWorkingDays },
  }));
  const fired = [...stopped.fired, ...due.map(({ rung }) => rung)];
  return { todo: { ...todo, stopped: { ...stopped, fired } }, messages };
}
