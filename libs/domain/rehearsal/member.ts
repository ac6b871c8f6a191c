import type { CaseEvent, CaseState, Effect, OpenTodo, RuleBook } from '../case.ts';
import { shanghaiDay, startOfDay, addDays, at, type Day, type Instant } from '../day.ts';
import { nextWake } from '../elapse.ts';
import type { Kind } from '../kind.ts';
import { isRefusal, sameOffice, type Refusal } from '../permission.ts';
import { clockAction, decide, openAction } from '../procedure.ts';
import {
  answeringOf,
  answersOn,
  verdictOf,
  workingDayFrom,
  type Assumptions,
  type Verdict,
} from './assumptions.ts';
import { officeKey, type Acting, type Cast } from './cast.ts';
import { draw } from './dice.ts';
import type { Findings } from './findings.ts';
import type { Unfinished } from './rehearsed.ts';
import type { Replies, Reply } from './reply.ts';
import type { Tally } from './tally.ts';

/** One case to be played: what it is opened with. */
export interface Member {
  id: string;
  fields: Record<string, string | number>;
}

/** What all members of a rehearsal share. */
export interface Scene {
  kind: Kind<CaseState>;
  replies: Replies<CaseState>;
  book: RuleBook;
  start: Instant;
  /** The last day that is played. */
  end: Day;
  assumptions: Assumptions;
  cast: Cast;
  tally: Tally;
  findings: Findings;
}

interface Plan {
  verdict: Verdict;
  /** When it is answered; absent where it never is. */
  at?: Instant;
  /** The deadline for which that was planned. */
  due?: Day;
  tries: number;
  why: Unfinished['why'];
}

/** A fired rung leaves a todo as it is; another day, office or person makes it somebody's work anew. */
const asksAnew = (old: OpenTodo, todo: OpenTodo): boolean =>
  old.deadline?.due !== todo.deadline?.due ||
  old.holder !== todo.holder ||
  old.assigned?.personId !== todo.assigned?.personId ||
  !sameOffice(old.office, todo.office);

/** A procedure that refuses so often will not accept it by waiting. */
const mostTries = 5;
/** Far beyond any case that makes sense: a kind whose clock never comes to rest must not hold up the rest. */
const mostEvents = 50_000;

/** Plays one case by its own procedure, as a runner would: the clock between the answers, the answers as assumed. */
export class MemberPlay {
  readonly #scene: Scene;
  readonly #id: string;
  #state: CaseState | undefined;
  #now: Instant;
  #entered: Day;
  acts = 0;
  rings = 0;
  readonly #plans = new Map<string, Plan>();

  constructor(scene: Scene, id: string) {
    this.#scene = scene;
    this.#id = id;
    this.#now = scene.start;
    this.#entered = shanghaiDay(scene.start);
  }

  play(fields: Member['fields']): boolean {
    const { kind, book, end } = this.#scene;
    const over = startOfDay(addDays(end, 1));
    const refused = this.#decide({ action: openAction, actor: 'system', fields });
    if (refused) return this.#refuse(openAction, refused);
    while (this.#state && !this.#state.closedAt && this.acts + this.rings < mostEvents) {
      const wake = nextWake(kind, this.#state, book, this.#now);
      const next = this.#nextAnswer();
      const rings = wake !== undefined && (!next?.[1].at || wake <= next[1].at);
      const moment = rings ? wake : next?.[1].at;
      if (moment === undefined || moment >= over) break;
      if (moment > this.#now) this.#now = moment;
      if (rings) {
        if (this.#decide({ action: clockAction, actor: 'system', fields: {} })) break;
        this.rings += 1;
      } else if (next) this.#answer(...next);
    }
    return this.#ended();
  }

  #refuse(step: string, { reason }: Refusal): false {
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
    act: Pick<CaseEvent, 'action' | 'actor' | 'fields' | 'onBehalfOf'>,
    office?: OpenTodo['office'],
  ): Refusal | undefined {
    const { kind, book, tally, findings } = this.#scene;
    const day = shanghaiDay(this.#now);
    const before = this.#state;
    const decided = decide(kind, before, { ...act, actId: '', at: this.#now, day, facts: {} }, book);
    if (isRefusal(decided)) return decided;
    const { state, effects } = decided;
    this.#state = state;
    if (before && before.stage !== state.stage) {
      findings.passed(before.stage, this.#id, this.#entered, day);
      this.#entered = day;
    }
    for (const effect of effects) {
      this.#todo(effect, before, day);
      tally.effect(effect, day);
      // Whoever signs a paper has it on his desk, too.
      if (effect.type === 'issueNotice' && office) tally.ofOffice('papers', day, office);
    }
    return undefined;
  }

  #todo(effect: Effect, before: CaseState | undefined, day: Day): void {
    const { tally, findings } = this.#scene;
    if (effect.type === 'closeTodo') {
      const todo = before?.todos[effect.key];
      if (todo) tally.add('closed', day, todo.office);
      this.#plans.delete(effect.key);
    } else if (effect.type === 'openTodo' || effect.type === 'updateTodo') {
      const { key, todo } = effect;
      const old = effect.type === 'updateTodo' ? before?.todos[key] : undefined;
      if (old && !asksAnew(old, todo)) return;
      if (old) tally.due(old, -1);
      else tally.add('opened', day, todo.office);
      tally.due(todo);
      if (todo.deadline) findings.deadline(todo.step, todo.deadline);
      this.#plans.set(key, this.#planFor(key, todo));
    }
  }

  #planFor(key: string, todo: OpenTodo): Plan {
    const { assumptions, book, cast, findings, kind, replies } = this.#scene;
    const answering = answeringOf(assumptions, todo.office);
    const verdict = verdictOf(answering, assumptions.seed, `${this.#id} ${key}`);
    const action = kind.actions[kind.steps[todo.step]?.action ?? ''];
    const plan = { verdict, tries: 0, due: todo.deadline?.due };
    if (cast.holders(todo.office).length === 0) {
      const others =
        action !== undefined &&
        this.#state !== undefined &&
        cast.anybody(action.by(this.#state), todo.office);
      findings.empty(officeKey(todo.office), todo, others);
      if (!others) return { ...plan, why: 'nobody' };
    }
    if (!action || !replies[kind.steps[todo.step]?.action ?? '']) {
      findings.unanswered.add(todo.step, () => ({ step: todo.step }));
      return { ...plan, why: 'never' };
    }
    if (verdict === 'never') return { ...plan, why: 'never' };
    return { ...plan, why: 'running', at: answersOn(answering, verdict, todo, book.calendar) };
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
    const given = reply({ state: this.#state, todo, today, negative });
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
    const { action = code, fields = {}, then } = reply;
    const refused = this.#decide({ action, fields, ...acting }, office);
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

  #ended(): boolean {
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
