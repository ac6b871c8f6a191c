import { newId } from '#db/id';
import { demoId } from '#db/seed/demo';
import type { CaseState } from '#domain/case';
import { addDays, daysBetween, shanghaiDay, type Day } from '#domain/day';
import { draw } from '#domain/rehearsal/dice';
import { openPair } from './pairs.ts';
import { byLot, isWorkTodo, type PlayedCase, type Players } from './year-players.ts';
import { historyLimit, type YearRun } from './year-run.ts';

/** Of the first weeks every day is played, so that each paper is surely decided by whoever the ladder names first. */
const everyDay = 45;

/** A simulated year: what is opened, answered, stopped and extended when, and when the power fails. */
export class YearStory {
  readonly cases: PlayedCase[] = [];
  #stoppedFirst = false;
  readonly #stopped: { played: PlayedCase; todos: string[]; until: Day }[] = [];

  constructor(
    private readonly run: YearRun,
    private readonly players: Players,
    private readonly seed: number,
    private readonly days: number,
  ) {}

  /** Returns the last day. */
  async live(first: Day): Promise<Day> {
    const last = addDays(first, this.days);
    await this.#openFirst(first);
    const failures = this.#outages();
    let today = first;
    for (let n = 1; today < last; n += 1) {
      const gone = daysBetween(first, today);
      const failure = failures.find(({ from }) => from <= gone);
      const next = addDays(today, gone < everyDay ? 1 : 1 + this.#lot(`gap ${n}`, 5));
      if (failure) {
        failures.splice(failures.indexOf(failure), 1);
        const to = addDays(today, failure.days);
        await this.run.outage(to, '11:00');
        today = to;
      } else if (this.#lot(`kill ${n}`, 12) === 0) {
        today = await this.run.busyDay(today);
        await this.run.killAmidst(today, '10:00', this.#lot(`rungs ${n}`, 5));
      } else {
        await this.run.sleepTo(next, '10:00');
        today = next;
      }
      await this.#work(n, daysBetween(first, today), today);
    }
    return today;
  }

  #lot(about: string, below: number): number {
    return Math.floor(draw(this.seed, about) * below);
  }

  /** Three days and up to two weeks, once in the first half and once in the second. */
  #outages(): { from: number; days: number }[] {
    const share = (part: number) => Math.round(this.days * part);
    return [share(0.16), share(0.6)].map((from) => ({
      from: from + this.#lot(`outage ${from}`, share(0.2)),
      days: 3 + this.#lot(`length ${from}`, 11),
    }));
  }

  async #openFirst(today: Day): Promise<void> {
    const never = () => undefined;
    await this.#pair('silent', today, never);
    // Late for long enough that each rung puts its paper before somebody, who decides the next day.
    await this.#pair('papers', today, (key) => (key.startsWith('confirm/') ? 42 : 1));
    await this.#campaign('returned', today, (key) => (key.startsWith('sign/') ? 19 : 9));
    await this.#commitment('long stop', today, 'month', (key) => (key.startsWith('sign-for') ? 2 : 60));
    await this.#commitment('longer', today, 'month', (key) => (key.startsWith('sign-for') ? 2 : 40));
    await this.#check('found', today, () => 3);
  }

  async #work(n: number, gone: number, today: Day): Promise<void> {
    await this.#goOn(today);
    const states = await this.run.states();
    for (const played of this.cases) {
      const state = states.get(played.id);
      if (state) await this.players.answer(played, state, today);
    }
    await this.#stop(n, gone, today);
    if (n === 3) await this.#extend(this.#named('longer'), today);
    else if (n % 11 === 7) await this.#extend(this.#any(`extend ${n}`), today);
    const limits = ['half-month', 'month', 'day'] as const;
    if (n % 24 === 9)
      await this.#commitment(`commitment ${n}`, today, limits[this.#lot(`limit ${n}`, 3)] ?? 'day');
    if (n % 48 === 21) await this.#check(`check ${n}`, today);
    if (n % 90 === 50) await this.#pair(`pair ${n}`, today);
  }

  async #goOn(today: Day): Promise<void> {
    const over = this.#stopped.filter(({ until }) => until <= today);
    for (const one of over) {
      this.#stopped.splice(this.#stopped.indexOf(one), 1);
      // Some of it may be done by now.
      const { todos } = await this.players.state(one.played.id);
      const left = one.todos.filter((key) => todos[key]);
      if (left.length > 0) await this.players.act(one.played, 'inspector1', 'resume', { todos: left });
    }
  }

  #named = (name: string) => this.cases.find((one) => one.name === name);
  /** None of those that were opened for something of their own. */
  #any = (about: string) => this.cases.slice(6)[this.#lot(about, Math.max(this.cases.length - 6, 1))];

  /** Stops the clocks of one case for some days; of the first for three weeks of them. */
  async #stop(n: number, gone: number, today: Day): Promise<void> {
    const first = gone >= 4 && !this.#stoppedFirst;
    if (first) this.#stoppedFirst = true;
    const played = first ? this.#named('long stop') : n % 9 === 5 ? this.#any(`stop ${n}`) : undefined;
    if (!played) return;
    const todos = this.#clocks(await this.players.state(played.id), today);
    if (todos.length === 0 || !(await this.players.suspend(played, todos))) return;
    const days = first ? 35 : 2 + this.#lot(`days ${n}`, 30);
    this.#stopped.push({ played, todos, until: addDays(today, days) });
  }

  #clocks({ todos, closedAt }: CaseState, today: Day): string[] {
    if (closedAt) return [];
    return Object.entries(todos).flatMap(([key, todo]) =>
      isWorkTodo(todo) &&
      // A limit of the law is neither stopped nor extended.
      todo.deadline?.mark !== 'law' &&
      shanghaiDay(todo.openedAt) < today &&
      todo.deadline?.suspensions.every(({ to }) => to !== undefined && to < today)
        ? [key]
        : [],
    );
  }

  async #extend(played: PlayedCase | undefined, today: Day): Promise<void> {
    if (!played) return;
    const state = await this.players.state(played.id);
    const [key = ''] = this.#clocks(state, today);
    const todo = state.todos[key];
    const due = todo?.deadline?.due;
    if (!due || state.closedAt) return;
    const until = this.players.workingDay(addDays(due, 5));
    for (const login of this.players.holders(todo))
      if (await this.players.act(played, login, 'request-extension', { todo: key, until })) return;
  }

  #begun(id: string, kind: string, name: string, answersAfter?: PlayedCase['answersAfter']): void {
    this.cases.push({ id, kind, name, answersAfter: answersAfter ?? byLot(this.seed, name) });
  }

  async #pair(name: string, today: Day, answersAfter?: PlayedCase['answersAfter']): Promise<void> {
    const id = await openPair(this.run.desk, today, historyLimit('pairing'));
    this.#begun(id, 'pairing', name, answersAfter);
  }

  async #open(
    kind: string,
    name: string,
    fields: object,
    answersAfter?: PlayedCase['answersAfter'],
  ): Promise<void> {
    const caseId = newId();
    const actor = kind === 'campaign' ? this.players.actor('inspector1') : 'system';
    const message = { actId: `${caseId}:open`, action: 'open', actor, fields, facts: {} } as const;
    const target = { caseId, kind, opens: true, historyLimit: historyLimit(kind) };
    await this.run.desk.send(target, message);
    this.#begun(caseId, kind, name, answersAfter);
  }

  async #campaign(name: string, today: Day, answersAfter: PlayedCase['answersAfter']): Promise<void> {
    const term = { launchOn: addDays(today, 60), from: addDays(today, 70), to: addDays(today, 300) };
    const list = { memberKind: 'pairing', areas: ['medical'], listId: newId(), rows: 1 };
    await this.#open('campaign', name, { ...term, ...list }, answersAfter);
  }

  async #commitment(
    name: string,
    today: Day,
    limit: string,
    answersAfter?: PlayedCase['answersAfter'],
  ): Promise<void> {
    const owner = { owner: demoId('org', 'anzhen'), ownerRole: 'liaison' };
    const due = limit === 'day' ? { due: addDays(today, 4 + this.#lot(`due ${name}`, 30)) } : {};
    await this.#open('commitment', name, { ...owner, limit, ...due, evidence: 0 }, answersAfter);
  }

  async #check(name: string, today: Day, answersAfter?: PlayedCase['answersAfter']): Promise<void> {
    const checkers = ['inspector1', 'inspector2'].map((login) => `${demoId('person', login)}:inspector`);
    const fields = {
      ...{ visitedId: demoId('org', 'tiantan'), checkers: checkers.join(','), groups: 'order,charges' },
      on: addDays(today, 3 + this.#lot(`on ${name}`, 15)),
    };
    await this.#open('on-site-check', name, fields, answersAfter);
  }
}
