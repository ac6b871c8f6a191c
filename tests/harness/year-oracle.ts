import { addDays, weekday, type Day } from '#domain/day';
import type { Calendar } from '#domain/calendar';

/** A clock as it was in force from one day on. */
export interface Term {
  since: Day;
  start: Day;
  due: Day;
  suspensions: readonly { from: Day; to?: Day }[];
}

/** One piece of work from its opening to its end; a step that is returned and owed again is another one. */
export interface Episode {
  caseId: string;
  key: string;
  ladder: 'default' | 'reminders';
  /** Of whoever owes it. */
  role: string;
  opened: Day;
  closed?: Day;
  terms: Term[];
}

export interface Days {
  works: (day: Day) => boolean;
  /** No worker ran in the morning of this day. */
  down: (day: Day) => boolean;
  last: Day;
}

interface Rung {
  code: string;
  offset: number;
  every?: number;
  whom: 'holder' | 'section-head' | 'leader' | 'chief-leader';
}
const rung = (code: string, offset: number, whom: Rung['whom'] = 'holder'): Rung => ({ code, offset, whom });

/** process-law.md §4, copied by hand. */
const ladders: Record<Episode['ladder'], Rung[]> = {
  default: [
    rung('before-5', -5),
    rung('before-2', -2),
    rung('due', 0),
    rung('after-1', 1, 'section-head'),
    { ...rung('overdue', 2), every: 2 },
    rung('after-3', 3, 'leader'),
    rung('after-10', 10, 'chief-leader'),
  ],
  reminders: [rung('reminders.due', 0), { ...rung('reminders.overdue', 2), every: 2 }],
};
export const rungCodes = [
  ...Object.values(ladders).flatMap((rows) => rows.map(({ code }) => code)),
  'stopped.long',
];

/** The State Council's list, day by day. */
export function worksBy({ days }: Calendar): Days['works'] {
  return (day) => (days[day] ? days[day].kind === 'makeup' : weekday(day) <= 5);
}

const covers = ({ suspensions }: Term, day: Day) =>
  suspensions.some(({ from, to }) => from <= day && (to === undefined || day <= to));

/** The day on which a rung should fire: counted from the due day over the days that count. A stop without an end counts once it ends. */
function plannedDay(term: Term, offset: number, works: Days['works']): Day | undefined {
  const ended = { ...term, suspensions: term.suspensions.filter(({ to }) => to !== undefined) };
  const counts = (day: Day) => works(day) && !covers(ended, day);
  let day = term.due;
  if (offset === 0) while (day > term.start && !counts(day)) day = addDays(day, -1);
  for (let left = Math.abs(offset); left > 0;) {
    day = addDays(day, offset > 0 ? 1 : -1);
    if (day <= term.start) return undefined;
    if (counts(day)) left -= 1;
  }
  return day > term.start ? day : undefined;
}

const ranks = ['section-head', 'leader', 'chief-leader'];

/** Whom it tells and how: nobody whose own work it is, nor who stands below him. */
function toldOf({ whom }: Rung, role: string): string {
  if (whom === 'holder') return `reminder to ${role}`;
  return ranks.indexOf(whom) <= ranks.indexOf(role) ? 'nobody' : `escalation to ${whom}`;
}

/** On which days whoever stopped its clock should be asked why: each tenth working day that it stands still. */
export function questions(work: Episode, { works, down, last }: Days): Day[] {
  const end = work.closed ?? last;
  const days: Day[] = [];
  for (const { from, to = end } of work.terms.at(-1)?.suspensions ?? []) {
    let stood = 0;
    let owed = 0;
    // On the day on which it goes on the clock was asked at nine, and people at ten.
    for (let day = addDays(from, 1); day <= to && day <= end; day = addDays(day, 1)) {
      if (!works(day)) continue;
      stood += 1;
      if (stood % 10 === 0) owed += 1;
      if (down(day)) continue;
      for (; owed > 0; owed -= 1) days.push(day);
    }
  }
  return days;
}

/** What should have fired for this piece of work, walked day by day: `day turn, whom, late by`. */
export function foreseen(work: Episode, { works, down, last }: Days): string[] {
  const said: string[] = [];
  let fired = new Set<string>();
  let term = work.terms[0]!;
  for (let day = work.opened; day <= (work.closed ?? last); day = addDays(day, 1)) {
    // People act at ten, the clock at nine: what was changed today holds from tomorrow on.
    const now = work.terms.findLast(({ since }) => since < day) ?? term;
    if (now.due !== term.due) {
      const passed = ladders[work.ladder].filter(
        ({ offset }) => (plannedDay(now, offset, works) ?? '9999') <= now.since,
      );
      fired = new Set(passed.map(({ code }) => code));
    }
    term = now;
    if (!works(day) || down(day) || covers(term, day)) continue;
    for (const row of ladders[work.ladder])
      for (let turn = 1; turn === 1 || row.every; turn += 1) {
        const code = turn === 1 ? row.code : `${row.code}#${turn}`;
        if (fired.has(code)) continue;
        const planned = plannedDay(term, row.offset + (turn - 1) * (row.every ?? 0), works);
        if (planned === undefined || planned > day) break;
        fired.add(code);
        let late = 0;
        for (let gone = addDays(planned, 1); gone <= day; gone = addDays(gone, 1)) if (works(gone)) late += 1;
        const told = toldOf(row, work.role);
        said.push(`${day} ${code}, ${told}${told === 'nobody' ? '' : `, late by ${late}`}`);
      }
  }
  return said.sort();
}
