import { percentile } from './clients.ts';
import { busyWords, type CpuSeconds } from './processes.ts';
import { rounded, type Report, type Row } from './report.ts';

export interface Phase {
  name: string;
  clients: number;
  cases: number;
  seconds: number;
  cpu: CpuSeconds;
  actMs: number[];
}

export const manyClients = 16;
/** What the campaign's effect opens side by side (activities/cases.ts). */
export const opened = 8;
const aim = { ratio: 0.8, actMs: 40 };

export function report({ ours, floors }: { ours: Phase[]; floors: Phase[] }, cases: number): Report {
  const rows = ours.map((phase, index) => rateRow(phase.name, phase.clients, phase, floors[index] ?? phase));
  const [start, ...acts] = ours;
  for (const [index, phase] of acts.entries()) {
    const [floorStart, floorActs] = [floors[0], floors[index + 1]];
    if (start && floorStart && floorActs)
      rows.push(
        rateRow('start + three acts', phase.clients, joined(start, phase), joined(floorStart, floorActs)),
      );
  }
  return {
    part: 'a',
    title: `(a) ${cases} cases at ${manyClients} clients and ${cases} at one, beside the floor`,
    tables: [
      { title: 'cases per second', rows },
      {
        title: 'one act, ms',
        rows: acts.flatMap((phase, index) => [
          actRow('ours', phase),
          actRow('floor', floors[index + 1] ?? phase),
        ]),
      },
      {
        title: 'CPU, ms per case',
        rows: [
          ...ours.map((phase) => cpuRow('ours', phase)),
          ...floors.map((phase) => cpuRow('floor', phase)),
        ],
      },
    ],
    notes: notes(ours, rows),
  };
}

const rateOf = ({ cases, seconds }: Pick<Phase, 'cases' | 'seconds'>) => cases / seconds;

/** Per case: the time of its opening and of its acts. */
const joined = (start: Phase, acts: Phase) => ({ cases: 1, seconds: 1 / rateOf(start) + 1 / rateOf(acts) });

function rateRow(
  name: string,
  clients: number,
  ours: Pick<Phase, 'cases' | 'seconds'>,
  floor: Pick<Phase, 'cases' | 'seconds'>,
): Row {
  const [one, other] = [rateOf(ours), rateOf(floor)];
  return {
    what: `${name}, ${clients} at once`,
    ours: rounded(one),
    floor: rounded(other),
    ratio: rounded(one / other, 2),
  };
}

const actRow = (whose: string, { clients, actMs }: Phase): Row => ({
  what: `${whose}, ${clients} at once`,
  acts: actMs.length,
  p50: rounded(percentile(actMs, 0.5)),
  p95: rounded(percentile(actMs, 0.95)),
});

const cpuRow = (whose: string, { name, clients, cases, cpu }: Phase): Row => ({
  what: `${whose}: ${name}, ${clients} at once`,
  ...Object.fromEntries(
    Object.entries(cpu).map(([process, seconds]) => [process, rounded((1000 * seconds) / cases)]),
  ),
});

function notes(ours: readonly Phase[], rows: readonly Row[]): string[] {
  const single = ours.find(({ name, clients }) => name === 'three acts' && clients === 1);
  const p50 = percentile(single?.actMs ?? [], 0.5);
  const whole = rows.filter(({ what }) => String(what).startsWith('start +'));
  return [
    `The product opens pairs only through a campaign: "start" is the effect of its signature, ${opened} at once, with the paper rendered meanwhile; the acts go over HTTP.`,
    ...whole.map(
      ({ what = '', ratio = 0 }) =>
        `${what}: ${ratio} of the floor, ${Number(ratio) >= aim.ratio ? 'as' : 'NOT as'} aimed at (${aim.ratio})`,
    ),
    `an act at one client, median ${rounded(p50)} ms: ${p50 < aim.actMs ? 'as' : 'NOT as'} aimed at (under ${aim.actMs} ms)`,
    ...ours.map(({ name, clients, cpu, seconds }) =>
      busyWords(`limit of ${name}, ${clients} at once`, cpu, seconds),
    ),
  ];
}
