import { officeKey } from './cast.ts';
import { counted, type BusyDay, type Counts, type OfficeCount, type Rehearsed } from './rehearsed.ts';
import { noCounts, type OfficeDays, type Tally } from './tally.ts';

const shownDays = 10;
type Days = Rehearsed['days'];

export const daysOf = (tally: Tally): Days =>
  [...tally.days]
    .map(([day, counts]) => ({ day, counts }))
    .filter(({ counts }) => counted.some((one) => counts[one] > 0))
    .sort((one, other) => (one.day < other.day ? -1 : 1));

export function totalOf(days: readonly { counts: Counts }[]): Counts {
  const total = noCounts();
  for (const { counts } of days) for (const one of counted) total[one] += counts[one];
  return total;
}

/** The days on which most falls due, with who owes it. */
export const busiestOf = (tally: Tally, days: Days): BusyDay[] =>
  days
    .filter(({ counts }) => counts.due > 0)
    .sort((one, other) => other.counts.due - one.counts.due || (one.day < other.day ? -1 : 1))
    .slice(0, shownDays)
    .map((one) => ({ ...one, duties: tally.duties.get(one.day)?.all() ?? [] }));

function officeOf({ office, days }: OfficeDays, places: ReadonlyMap<string, number>): OfficeCount {
  const own = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  const most = { mostOpen: 0, mostDue: 0, mostDueOn: undefined as string | undefined };
  let open = 0;
  for (const [day, counts] of own) {
    open += counts.opened;
    most.mostOpen = Math.max(most.mostOpen, open);
    open -= counts.closed;
    if (counts.due > most.mostDue) Object.assign(most, { mostDue: counts.due, mostDueOn: day });
  }
  return {
    office,
    total: totalOf(own.map(([, counts]) => ({ counts }))),
    ...most,
    days: own.map(([day, counts]) => [places.get(day) ?? 0, ...counted.map((one) => counts[one])]),
  };
}

/** Those with the most work first. */
export function officesOf(tally: Tally, days: Days): OfficeCount[] {
  const places = new Map(days.map(({ day }, place) => [day, place]));
  return [...tally.offices.values()]
    .map((one) => officeOf(one, places))
    .sort(
      (one, other) =>
        other.total.opened - one.total.opened || (officeKey(one.office) < officeKey(other.office) ? -1 : 1),
    );
}
