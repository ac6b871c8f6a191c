import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { ruleBookFor } from '#db/queries/rule-book';
import { seedCalendar } from '#db/seed/calendar';
import type { Calendar } from '#domain/calendar';
import type { CaseState, RuleBook } from '#domain/case';
import { addDays, at, epochMs, instantOf, shanghaiDay, yearOf, type Day, type Instant } from '#domain/day';
import { nextWake } from '#domain/elapse';
import { kindCodes, kindOf } from '#domain/kinds/index';
import { workflowIdOf, workflowTaskTimeout } from '#runner/runner-client';
import { bureau, type Bureau } from './bureau.ts';
import { until, untilAtLast } from './poll.ts';
import { startProcess, type Running } from './process.ts';
import { timeSkippingEnvironment } from './temporal.ts';

/** The last arrangement that was published, moved by whole weeks, so that years to come have their holidays too. */
function withHolidays(first: Day): Calendar {
  const last = yearOf(seedCalendar.publishedThrough);
  const through = yearOf(first) + 1;
  const shape = Object.entries(seedCalendar.days).filter(([day]) => yearOf(day) === last);
  const days = { ...seedCalendar.days };
  for (let ahead = 1; last + ahead <= through; ahead += 1)
    for (const [day, kind] of shape) days[addDays(day, ahead * 364)] = kind;
  return { ...seedCalendar, version: 'a-year', publishedThrough: `${through}-12-31`, days };
}

const worker = 'tests/harness/uncached-worker.ts';

/**
 * Most cases go on anew every few acts. A check is played again from all that it has seen, at each task: with all cases
 * that takes up most of the year.
 */
export const historyLimit = (kind: string): number => (kind === 'on-site-check' ? 400 : 40);

/** A bureau on a clock that is moved, whose worker is killed while it works or for days. */
export class YearRun {
  readonly outages: { from: Day; to: Day }[] = [];
  readonly calendar: Calendar;
  readonly story: string[] = [];
  #books = new Map<string, RuleBook>();
  #worker: Running | undefined;
  #standby: Promise<Running> | undefined;

  private constructor(
    readonly time: TestWorkflowEnvironment,
    readonly desk: Bureau,
    first: Day,
  ) {
    this.calendar = withHolidays(first);
  }

  /** Opens at ten on this day, which lies ahead: the server's clock starts with the machine's and goes forward only. */
  static async open(first: Day): Promise<YearRun> {
    const time = await timeSkippingEnvironment();
    const desk = await bureau({ time });
    const run = new YearRun(time, desk, first);
    await run.#start(first).catch(async (error: unknown) => {
      await run.close();
      throw error;
    });
    return run;
  }

  async #start(first: Day): Promise<void> {
    const { desk } = this;
    await this.sleepTo(first, '10:00');
    const now = await this.now();
    if (shanghaiDay(now) !== first) throw new Error(`${first} has passed: choose a later year`);
    await desk.orm.em
      .fork()
      .execute(`insert into rule_book (version, at, calendar, broadcast_at) values (?, ?, ?::jsonb, ?)`, [
        this.calendar.version,
        now,
        JSON.stringify(this.calendar),
        now,
      ]);
    for (const kind of kindCodes) this.#books.set(kind, await ruleBookFor(desk.orm.em.fork(), kind, first));
    await this.#takeOver();
  }

  async close(): Promise<void> {
    await this.#worker?.kill();
    await (await this.#standby?.catch(() => undefined))?.kill();
    await this.desk.stop();
    await this.time.teardown();
  }

  #standBy(): Promise<Running> {
    const starting = startProcess(worker, 'worker stands by', this.desk.environment);
    // Whoever needs it hears of its failure.
    starting.catch(() => undefined);
    return starting;
  }

  /** Whoever stands by polls from now on, and another is made ready meanwhile. */
  async #takeOver(): Promise<void> {
    this.#worker = await (this.#standby ?? this.#standBy());
    this.#worker.child.send('poll');
    this.#standby = this.#standBy();
  }

  async now(): Promise<Instant> {
    return instantOf(await this.time.currentTimeMs());
  }

  rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.desk.orm.em.fork().execute<T[]>(sql, values);
  }

  /** Of all cases that are open. */
  async states(): Promise<Map<string, CaseState>> {
    const rows = await this.rows<{ id: string; state: CaseState }>(
      'select id, state from case_file where closed_at is null',
    );
    return new Map(rows.map(({ id, state }) => [id, state]));
  }

  async sleepTo(day: Day, time: string): Promise<void> {
    const left = epochMs(at(day, time)) - (await this.time.currentTimeMs());
    if (left > 0) await this.time.sleep(left);
    await this.#settled();
  }

  /** When each open case wakes next; for what is late that is `now` itself. */
  async #wakes(now: Instant): Promise<Instant[]> {
    const open = await this.rows<{ kind: string; state: CaseState }>(
      'select kind, state from case_file where closed_at is null',
    );
    return open.flatMap(({ kind, state }) => {
      const book = this.#books.get(kind);
      return (book && nextWake(kindOf(kind), state, book, now)) ?? [];
    });
  }

  /** Everything that was due by now is done. */
  #settled(): Promise<unknown> {
    return untilAtLast('what is due is done', async () => {
      const now = await this.now();
      return (await this.#wakes(now)).every((wake) => wake > now);
    });
  }

  /** The next day on which something is due. */
  async busyDay(after: Day): Promise<Day> {
    const days = (await this.#wakes(await this.now())).map(shanghaiDay).filter((day) => day > after);
    return days.sort()[0] ?? addDays(after, 1);
  }

  async #clockEvents(): Promise<number> {
    const [row] = await this.rows<{ n: number }>('select count(*)::int as n from case_event');
    return row?.n ?? 0;
  }

  /** The worker dies once so many rungs of that morning are committed, and another takes over. */
  async killAmidst(day: Day, time: string, rungs: number): Promise<void> {
    const before = await this.#clockEvents();
    const left = epochMs(at(day, time)) - (await this.time.currentTimeMs());
    let slept = false;
    const sleeping = this.time.sleep(Math.max(left, 1)).then(() => (slept = true));
    await until(async () => slept || (await this.#clockEvents()) >= before + rungs);
    await this.#worker?.kill();
    this.story.push(`${day}: killed after ${(await this.#clockEvents()) - before} events`);
    await this.#takeOver();
    await sleeping;
    await this.#settled();
  }

  /** An activity that its workflow leaves behind would hold the time for ever. */
  async #quiet(): Promise<void> {
    const { workflow } = this.desk.runner.client;
    const rows = await this.rows<{ id: string }>('select id from case_file');
    for (const { id } of rows)
      await until(async () => {
        const { raw, status } = await workflow.getHandle(workflowIdOf(id)).describe();
        return status.name !== 'RUNNING' || raw.pendingActivities?.length === 0;
      });
    // What completing them has brought about goes before the time.
    await this.time.sleep(1000);
  }

  /** Nothing runs until then. A task that no worker takes would hold the test server's time: the store is lost too. */
  async outage(to: Day, time: string): Promise<void> {
    const from = shanghaiDay(await this.now());
    await this.#quiet();
    await this.#worker?.kill();
    const open = await this.rows<{ id: string; kind: string }>(
      'select id, kind from case_file where closed_at is null',
    );
    const { workflow } = this.desk.runner.client;
    await Promise.all(open.map(({ id }) => workflow.getHandle(workflowIdOf(id)).terminate('power cut')));
    const left = epochMs(at(to, time)) - (await this.time.currentTimeMs());
    await this.time.sleep(left);
    this.outages.push({ from, to });
    this.story.push(`${from} to ${to}: nothing ran`);
    await this.#takeOver();
    // As reconcile() does; the test server knows no lists.
    const { taskQueue } = this.desk.runner;
    for (const { id: caseId, kind } of open)
      await workflow.start('runCase', {
        ...{ workflowId: workflowIdOf(caseId), taskQueue, workflowTaskTimeout },
        args: [{ caseId, kind, historyLimit: historyLimit(kind) }],
        workflowIdConflictPolicy: 'USE_EXISTING',
      });
    await this.#settled();
  }

  /** No worker ran in the morning of this day. */
  down = (day: Day): boolean => this.outages.some(({ from, to }) => from < day && day < to);
}
