import { busyWords, type CpuSeconds } from './processes.ts';
import { rounded, type Report, type Row } from './report.ts';
import type { Fired } from './rungs-fired.ts';
import { visitRows, type Times } from './visitors.ts';

export interface Wave {
  /** Whether the worker was away when the moment came. */
  away: boolean;
  openSeconds: number;
  startSeconds: number;
  /** Rungs that were late already as the runners started, and until the last of them was committed. */
  lateAtStart: number;
  lateSeconds: number;
  /** From the moment, or from the worker's return, until the last case was committed. */
  seconds: number;
  cpu: CpuSeconds;
  times: Times;
  fired: Fired;
  /** Peak of the worker's memory. */
  workerMb: number;
}

const nameOf = ({ away }: Wave) => (away ? 'worker was away' : 'worker up');

export function rungsReport(waves: readonly Wave[], idle: Times, cases: number): Report {
  const meanwhile = Object.fromEntries(waves.map((wave) => [nameOf(wave), wave.times]));
  const whole = waves.every(
    ({ fired, lateAtStart }) =>
      [fired.events, fired.cases].every((count) => count === cases) &&
      [fired.reminders, fired.distinctReminders].every((count) => count === lateAtStart),
  );
  return {
    part: 'd',
    title: `(d) ${cases} deadlines of ${cases} cases at one moment`,
    tables: [
      { title: 'one moment', rows: waves.map((wave) => waveRow(wave, cases)) },
      { title: 'four visitors, ms', rows: visitRows(idle, meanwhile) },
    ],
    notes: [
      whole
        ? 'every case fired exactly once at the moment, and every rung that was late reminded exactly once'
        : `NOT WHOLE: ${JSON.stringify(waves.map(({ fired }) => fired))}`,
      'Cases are decided and committed as of the working day before, their runners started as after a loss of Temporal; ' +
        'what falls due at the moment is the closing hour of a deadline.',
      ...waves.map((wave) =>
        wave.lateAtStart > 0
          ? `${nameOf(wave)}: the rung of 09:00 came late in every case as its runner started: ${rounded(wave.lateSeconds)} s, ${rounded(wave.lateAtStart / wave.lateSeconds)} a second`
          : `${nameOf(wave)}: out of office hours no rung is late at the start`,
      ),
      ...waves.map((wave) => busyWords(`limit, ${nameOf(wave)}`, wave.cpu, wave.seconds)),
    ],
  };
}

const waveRow = (wave: Wave, cases: number): Row => ({
  what: nameOf(wave),
  'opened, s': rounded(wave.openSeconds),
  'runners started, s': rounded(wave.startSeconds),
  'all committed, s': rounded(wave.seconds),
  'a second': rounded(cases / wave.seconds),
  events: wave.fired.events,
  cases: wave.fired.cases,
  'woken p95, s': rounded(wave.fired.p95Ms / 1000),
  'woken last, s': rounded(wave.fired.lastMs / 1000),
  'worker, MB': wave.workerMb,
});
