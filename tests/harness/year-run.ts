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
import { until } from './poll.ts';
import type { Running } from './process.ts';
import { timeSkippingEnvironment } from './temporal.ts';

/** The last arrangement that was published, moved by whole weeks, so that years to come have their holidays too. */
function withHolidays(today: Day): Calendar {
  const last = yearOf(seedCalendar.publishedThrough);
  const through = yearOf(today) + 2;
  const shape = Object.entries(seedCalendar.days).filter(([day]) => yearOf(day) === last);
  const days = { ...seedCalendar.days };
  for (let ahead = 1; last + ahead <= through; ahead += 1)
    for (const [day, kind] of shape) days[addDays(day, ahead * 364)] = kind;
  return { ...seedCalendar, version: 'a-year', publishedThrough: `${through}-12-31`, days };
}

const worker = 'tests/harness/uncached-worker.ts';

/** A bureau on a clock that is moved, whose worker is killed while it works or for days. */
export class YearRun {
  readonly outages: { from: Day; to: Day }[] = [];
  readonly calendar: Calendar;
  readonly story: string[] = [];
  #books = new Map<string, RuleBook>();
  #workers: Running[] = [];

  private constructor(
    readonly time: TestWorkflowEnvironment,
    readonly desk: Bureau,
    today: Day,
  ) {
    this.calendar = withHolidays(today);
  }

  static async open(): Promise<YearRun> {
    const time = await timeSkippingEnvironment();
    const desk = await bureau({ address: time.address });
    const now = instantOf(await time.currentTimeMs());
    const run = new YearRun(time, desk, shanghaiDay(now));
    await run.#start(now).catch(async (error: unknown) => {
      await run.close();
      throw error;
    });
    return run;
  }

  async #start(now: Instant): Promise<void> {
    const { desk } = this;
    await desk.orm.em
      .fork()
      .execute(`insert into rule_book (version, at, calendar, broadcast_at) values (?, ?, ?::jsonb, ?)`, [
        this.calendar.version,
        now,
        JSON.stringify(this.calendar),
        now,
      ]);
    for (const kind of kindCodes)
      this.#books.set(kind, await ruleBookFor(desk.orm.em.fork(), kind, shanghaiDay(now)));
    await this.#startWorkers();
  }

  async close(): Promise<void> {
    await this.desk.stop();
    await this.time.teardown();
  }

  async #startWorkers(): Promise<void> {
    this.#workers = await Promise.all([this.desk.startWorker(worker), this.desk.startWorker(worker)]);
  }

  async #killWorkers(): Promise<void> {
    await Promise.all(this.#workers.map((one) => one.kill()));
  }

  async now(): Promise<Instant> {
    return instantOf(await this.time.currentTimeMs());
  }

  rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.desk.orm.em.fork().execute<T[]>(sql, values);
  }

  async sleepTo(day: Day, time: string): Promise<void> {
    const left = epochMs(at(day, time)) - (await this.time.currentTimeMs());
    if (left > 0) await this.time.sleep(left);
    await this.#settled();
  }

  /** Everything that was due by now is done. */
  #settled(): Promise<unknown> {
    return until(async () => {
      const now = await this.now();
      const open = await this.rows<{ kind: string; state: CaseState }>(
        'select kind, state from case_file where closed_at is null',
      );
      return open.every(({ kind, state }) => {
        const book = this.#books.get(kind);
        return !book || (nextWake(kindOf(kind), state, book, now) ?? '9999') > now;
      });
    });
  }

  async #clockEvents(): Promise<number> {
    const [row] = await this.rows<{ n: number }>('select count(*)::int as n from case_event');
    return row?.n ?? 0;
  }

  /** The workers die once so many rungs of that morning are committed, and others take over. */
  async killAmidst(day: Day, time: string, rungs: number): Promise<void> {
    const before = await this.#clockEvents();
    const left = epochMs(at(day, time)) - (await this.time.currentTimeMs());
    let slept = false;
    const sleeping = this.time.sleep(Math.max(left, 1)).then(() => (slept = true));
    await until(async () => slept || (await this.#clockEvents()) >= before + rungs);
    await this.#killWorkers();
    this.story.push(`${day}: killed after ${(await this.#clockEvents()) - before} events`);
    await this.#startWorkers();
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
    await this.#killWorkers();
    const open = await this.rows<{ id: string; kind: string }>(
      'select id, kind from case_file where closed_at is null',
    );
    const { workflow } = this.desk.runner.client;
    await Promise.all(open.map(({ id }) => workflow.getHandle(workflowIdOf(id)).terminate('power cut')));
    const left = epochMs(at(to, time)) - (await this.time.currentTimeMs());
    await this.time.sleep(left);
    this.outages.push({ from, to });
    this.story.push(`${from} to ${to}: nothing ran`);
    await this.#startWorkers();
    // As reconcile() does; the test server knows no lists.
    const { taskQueue } = this.desk.runner;
    for (const { id: caseId, kind } of open)
      await workflow.start('runCase', {
        ...{ workflowId: workflowIdOf(caseId), taskQueue, workflowTaskTimeout },
        args: [{ caseId, kind }],
        workflowIdConflictPolicy: 'USE_EXISTING',
      });
    await this.#settled();
  }

  /** No worker ran in the morning of this day. */
  down = (day: Day): boolean => this.outages.some(({ from, to }) => from < day && day < to);
}
