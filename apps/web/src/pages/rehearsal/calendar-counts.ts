import type { RehearsalView } from '../../api/bureau-types.ts';

export type Counts = RehearsalView['total'];
export type Office = RehearsalView['offices'][number];

/** In the order in which an office's days give them. */
const order: (keyof Counts)[] = [
  ...(['opened', 'due', 'done', 'late', 'closed', 'reminders', 'escalations', 'papers', 'messages'] as const),
];

export const measures = {
  due: '到期',
  opened: '新到待办',
  reminders: '催办',
  escalations: '升级',
  papers: '文书',
} as const;
export type Measure = keyof typeof measures;
export const measureCodes = Object.keys(measures) as Measure[];

export const countsOf = ([, ...counts]: number[]): Counts =>
  Object.fromEntries(order.map((one, at) => [one, counts[at] ?? 0])) as unknown as Counts;

export type Day = { day: string; counts: Counts };

/** The days of everybody, or of one office. */
export function daysOf(view: RehearsalView, office: Office | undefined): Day[] {
  if (!office) return view.days;
  return office.days.flatMap((cell) => {
    const day = view.days[cell[0] ?? 0]?.day;
    return day ? [{ day, counts: countsOf(cell) }] : [];
  });
}

/** Who has something on this day, those with most of it first. */
export function officesOn(view: RehearsalView, day: string): { office: Office; counts: Counts }[] {
  const place = view.days.findIndex((one) => one.day === day);
  return view.offices
    .flatMap((office) => {
      const cell = office.days.find(([at]) => at === place);
      return cell ? [{ office, counts: countsOf(cell) }] : [];
    })
    .sort((one, other) => other.counts.due - one.counts.due || other.counts.opened - one.counts.opened);
}

export interface Month {
  month: string;
  counts: Counts;
  /** The day with most of what is looked at. */
  peak?: Day;
}

export function monthsOf(days: readonly Day[], measure: Measure): Month[] {
  const months = new Map<string, Month>();
  for (const one of days) {
    const month = one.day.slice(0, 7);
    const known = months.get(month) ?? { month, counts: countsOf([]) };
    for (const key of order) known.counts[key] += one.counts[key];
    if (one.counts[measure] > (known.peak?.counts[measure] ?? 0)) known.peak = one;
    months.set(month, known);
  }
  return [...months.values()];
}
