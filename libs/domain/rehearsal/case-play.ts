import type { CaseEvent, CaseState, Effect, Facts, OpenTodo, OuterEffect } from '../case.ts';
import { addDays, at, shanghaiDay, type Day, type Instant } from '../day.ts';
import { nextWake } from '../elapse.ts';
import { isRefusal, type Office, type Refusal } from '../permission.ts';
import { clockAction, decide, openAction } from '../procedure.ts';
import { readyAction } from '../service/ready.ts';
import { workingDayFrom } from './assumptions.ts';
import type { Acting } from './cast.ts';
import { draw } from './dice.ts';
import { asksAnew, named, planOf, type Plan, type Scene } from './plan.ts';
import type { Reply } from './reply.ts';

/** A procedure that refuses so often will not accept it by waiting. */
const mostTries = 5;
/** Far beyond any case that makes sense: a kind whose clock never comes to rest must not hold up the rest. */
const mostEvents = 50_000;

/** What a case orders of other cases, and in which of its acts. */
export interface Order {
  effect: Extract<OuterEffect, { type: 'openCase' | 'tellCase' }>;
  seq: number;
}

/** Plays one case by its own procedure, as a runner would: the clock between the answers, the answers as assumed. */
export class CasePlay {
  readonly #scene: Scene;
  readonly #id: string;
  #state: CaseState | undefined;
  #now: Instant;
  #entered: Day;
  #seq = 0;
  #coming: { at: Instant; rings: boolean } | undefined;
  #stuck = false;
  acts = 0;
  rings = 0;
  /** What is to be done in other cases; whoever plays them empties it. */
  readonly orders: Order[] = [];
  readonly #plans = new Map<string, Plan>();

  constructor(scene: Scene, id: string, opens: Instant) {
    this.#scene = scene;
    this.#id = id;
    this.#now = opens;
    this.#entered = shanghaiDay(opens);
  }

  get now(): Instant {
    return this.#now;
  }

  open(fields: Record<string, string | number>): boolean {
    const refused = this.#decide({ action: openAction, actor: 'system', fields });
    return refused ? this.#refuse(openAction, refused) : true;
  }

  /** Another case brings something back; one that is closed, or past it, has heard enough. */
  hear(moment: Instant, action: string, fields: Record<string, string | number>): void {
    if (moment > this.#now) this.#now = moment;
    if (this.#state && !this.#state.closedAt) this.#decide({ action, actor: 'system', fields });
  }

  /** When something happens next; undefined: nothing any more. */
  next(): Instant | undefined {
    if (!this.#state || this.#state.closedAt || this.#stuck || this.acts + this.rings >= mostEvents)
      return undefined;
    if (!this.#coming) {
      const wake = nextWake(this.#scene.kind, this.#state, this.#scene.book, this.#now);
      const answer = this.#nextAnswer()?.[1].at;
      const rings = wake !== undefined && (answer === undefined || wake <= answer);
      const moment = rings ? wake : answer;
      if (moment === undefined) return undefined;
      this.#coming = { at: moment > this.#now ? moment : this.#now, rings };
    }
    return this.#coming.at;
  }

  turn(): void {
    const coming = this.#coming;
    if (!coming) return;
    this.#coming = undefined;
    this.#now = coming.at;
    if (coming.rings) {
      this.#stuck = this.#decide({ action: clockAction, actor: 'system', fields: {} }) !== undefined;
      if (!this.#stuck) this.rings += 1;
      return;
    }
    const next = this.#nextAnswer();
    if (next) this.#answer(...next);
  }

  #refuse(code: string, { reason }: Refusal): false {
    const step = `${this.#scene.prefix}${code}`;
    this.#scene.findings.refusals.add(`${step} ${reason}`, () => ({ step, reason }));
    return false;
  }

  #nextAnswer(): [key: string, plan: Plan] | undefined {
    let first: [string, Plan] | undefined;
    for (const one of this.#plans)
      if (one[1].at !== undefined && (!first?.[1].at || one[1].at < first[1].at)) first = one;
    return first;
  }

  #decide(
    act: Pick<CaseEvent, 'action' | 'actor' | 'fields' | 'onBehalfOf'> & { facts?: Facts },
    office?: OpenTodo['office'],
  ): Refusal | undefined {
    const { kind, book, tally, findings } = this.#scene;
    const day = shanghaiDay(this.#now);
    const before = this.#state;
    const event = { facts: {}, ...act, actId: '', at: this.#now, day };
    const decided = decide(kind, before, event, book);
    if (isRefusal(decided)) return decided;
    const { state, effects } = decided;
    this.#state = state;
    this.#seq += 1;
    this.#coming = undefined;
    if (before && before.stage !== state.stage && !this.#scene.prefix) {
      findings.passed(before.stage, this.#id, this.#entered, day);
      this.#entered = day;
    }
    const ready: number[] = [];
    for (const effect of effects) {
      this.#todo(effect, before, state, day);
      if (effect.type === 'issueNotice' && effect.service !== undefined) ready.push(effect.service);
      tally.effect(effect, day);
      if (effect.type === 'openCase' || effect.type === 'tellCase')
        this.orders.push({ effect, seq: this.#seq });
      // Whoever signs a paper has it on his desk, too.
      if (effect.type === 'issueNotice' && office) tally.ofOffice('papers', day, office);
    }
    // Papers are made at once.
    for (const service of ready) this.hear(this.#now, readyAction, { service });
    return undefined;
  }

  #todo(effect: Effect, before: CaseState | undefined, state: CaseState, day: Day): void {
    const { tally, findings } = this.#scene;
    if (effect.type === 'closeTodo') {
      const todo = before?.todos[effect.key];
      if (todo) tally.add('closed', day, todo.office);
      this.#plans.delete(effect.key);
    } else if (effect.type === 'openTodo' || effect.type === 'updateTodo') {
      const { key, todo } = effect;
      const old = effect.type === 'updateTodo' ? before?.todos[key] : undefined;
      if (old && !asksAnew(old, todo)) return;
      if (old) tally.due(named(this.#scene, old), -1);
      else tally.add('opened', day, todo.office);
      tally.due(named(this.#scene, todo));
      if (todo.deadline) findings.deadline(named(this.#scene, todo).step, todo.deadline);
      this.#plans.set(key, planOf(this.#scene, `${this.#id} ${key}`, todo, state));
    }
  }

  #answer(key: string, plan: Plan): void {
    const { assumptions, cast, kind, replies, tally } = this.#scene;
    const todo = this.#state?.todos[key];
    const code = kind.steps[todo?.step ?? '']?.action ?? '';
    const reply = replies[code];
    if (!this.#state || !todo || !reply) return void this.#plans.delete(key);
    const today = shanghaiDay(this.#now);
    const negative = (about = '') =>
      draw(assumptions.seed, `${this.#id} ${key} no ${about}`) * 100 < assumptions.negativePercent;
    const holders = (office: Office) => cast.holders(office);
    const given = reply({ state: this.#state, todo, today, negative, holders });
    const action = kind.actions[given.action ?? code];
    const acting = action && cast.actingFor(kind, this.#state, action, todo.office);
    const refused = acting === undefined || isRefusal(acting) ? acting : this.#act(code, given, acting, todo);
    if (refused || acting === undefined) return this.#tryAgain(plan, todo.step, refused);
    tally.add('done', today, todo.office);
    if (todo.deadline && today > todo.deadline.due) tally.add('late', today, todo.office);
    // An answer may leave the todo as it was, as a progress report does; it is answered once.
    if (this.#plans.get(key) === plan) this.#plans.delete(key);
  }

  #act(code: string, reply: Reply, acting: Acting, { office }: OpenTodo): Refusal | undefined {
    const { action = code, fields = {}, facts = {}, then } = reply;
    const refused = this.#decide({ action, fields, facts, ...acting }, office);
    if (refused) return refused;
    this.acts += 1;
    if (then) this.#act(code, then, acting, { office } as OpenTodo);
    return undefined;
  }

  #tryAgain(plan: Plan, step: string, refused: Refusal | undefined): void {
    const { calendar } = this.#scene.book;
    plan.tries += 1;
    const next = workingDayFrom(calendar, addDays(shanghaiDay(this.#now), 1), 0, 1);
    if (plan.tries < mostTries) return void (plan.at = at(next, '10:00'));
    plan.at = undefined;
    plan.why = refused ? 'refused' : 'nobody';
    if (refused) this.#refuse(step, refused);
  }

  /** Whether it came to its end; what it waits for where it did not. */
  ended(): boolean {
    if (!this.#state) return false;
    if (this.#state.closedAt) return true;
    const todos = Object.entries(this.#state.todos);
    const plans = todos.map(([key]) => this.#plans.get(key)?.why ?? 'never');
    const why = (['nobody', 'refused', 'never'] as const).find((one) => plans.includes(one)) ?? 'running';
    const waits = todos.map(([, { step, office }]) => ({ step, office }));
    this.#scene.findings.unfinished.push({ id: this.#id, stage: this.#state.stage, waits, why });
    return false;
  }
}
