import { allHandlersFinished, ApplicationFailure, log, workflowInfo } from '@temporalio/workflow';
import {
  bookActId,
  clockActId,
  type ActMessage,
  type ActResult,
  type RunCaseInput,
  type StoredCase,
  type StoredEffect,
} from '#contracts/act';
import type { CaseEvent, CaseState, RuleBook } from '#domain/case';
import { instantOf, plusMs, shanghaiDay, type Instant } from '#domain/day';
import { nextWake } from '#domain/elapse';
import { isOuter } from '#domain/case';
import { kindOf } from '#domain/kinds/index';
import { isRefusal, refuse, type Refusal } from '#domain/permission';
import { clockAction, decide } from '#domain/procedure';
import { bookAction } from '#domain/rebook';
import { spread } from '#domain/spread';
import { revisionOf } from '#domain/rules/book-version';
import { commitAct, loadCase, lookForAct } from './activity-options.ts';
import { Alarm } from './alarm.ts';
import { Outside } from './outside.ts';

/** Past so many events over the limit it goes on anew even in a task that answered, or with effects pending. */
const patience = 500;

const now = (): Instant => instantOf(Date.now());
const refused = ({ refused: code, reason, field }: Refusal) =>
  ApplicationFailure.nonRetryable(reason, 'Refused', { code, reason, field });

/** What a runner holds in memory: the state, the rule book, the queue of acts, the one timer, effects under way. */
export class CaseRun {
  readonly #input: RunCaseInput;
  readonly #outside: Outside;
  readonly #alarm = new Alarm(() => this.#clock());
  readonly #kind;
  #state: CaseState | undefined;
  #seq = 0;
  #place = 0;
  #book: RuleBook | undefined;
  #ready: Promise<void> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #answeredAt = -1;
  #refusedUnopened = false;

  constructor(input: RunCaseInput) {
    this.#input = input;
    this.#kind = kindOf(input.kind);
    this.#outside = new Outside(input.caseId);
  }

  start(): Promise<void> {
    return (this.#ready ??= this.#load());
  }

  reload(): Promise<void> {
    return this.#next(async () => {
      await this.start();
      await this.#load();
    });
  }

  /** An act of a person or of the system, one after the other. */
  act(message: ActMessage): Promise<ActResult> {
    return this.#next(async () => {
      await this.start();
      const result = await this.#decideAndCommit(message, now());
      this.#answeredAt = workflowInfo().historyLength;
      this.#arm();
      if (this.#isLong()) this.#outside.nudge();
      return result;
    });
  }

  /** Closed with nothing left to do; or its opening was refused, and there is no case. */
  ended(): boolean {
    if (this.#state === undefined) return this.#refusedUnopened && allHandlersFinished();
    return this.#state.closedAt !== undefined && this.#outside.pending === 0;
  }

  /**
   * Whether to continue as new here. Temporal forgets update ids then: not in a task in which an act was
   * answered. History fails at 51,200 events; Temporal suggests to go on anew at 4,096.
   */
  restsHere(): boolean {
    if (!this.#isLong() || !allHandlersFinished()) return false;
    const { historyLength } = workflowInfo();
    const quiet = this.#outside.pending === 0 && this.#answeredAt !== historyLength;
    return quiet || historyLength > (this.#input.historyLimit ?? 4096) + patience;
  }

  #isLong(): boolean {
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    const { historyLimit } = this.#input;
    return historyLimit === undefined ? continueAsNewSuggested : historyLength >= historyLimit;
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #load(): Promise<void> {
    const { caseId, kind } = this.#input;
    const { stored, book } = await loadCase({ caseId, kind, now: now() });
    this.#book = book;
    if (stored) this.#adopt(stored);
    await this.#rebook();
    this.#arm();
  }

  /** The case goes by another rule book than the one in force: an event of its own takes that in (rebook.ts). */
  async #rebook(): Promise<void> {
    const { version, calendar } = this.#bookOf();
    if (!this.#state || this.#state.closedAt || this.#state.bookVersion === version) return;
    const actId = bookActId(this.#input.caseId, version);
    const revision = revisionOf(version);
    // Only where rows were appended, for events that are recorded have no such field.
    const rules = revision === revisionOf(this.#state.bookVersion) ? {} : { rules: revision };
    const fields = { version, calendar: calendar.version, ...rules };
    await this.#systemAct({ actId, action: bookAction, actor: 'system', fields, facts: {} }, now());
  }

  /** What the runner does of itself: a refusal says that it is not needed any more. */
  async #systemAct(message: ActMessage, at: Instant): Promise<void> {
    await this.#decideAndCommit(message, at).catch((error: unknown) => {
      if (!(error instanceof ApplicationFailure && error.type === 'Refused')) throw error;
    });
  }

  #adopt({ state, seq, undone, place = this.#place }: StoredCase): void {
    this.#state = state;
    this.#seq = seq;
    this.#place = place;
    this.#outside.launch(undone);
  }

  /** Events that are stored are adopted, never decided again; only what is not stored is decided. */
  async #decideAndCommit(message: ActMessage, at: Instant): Promise<ActResult> {
    const { caseId, kind } = this.#input;
    const { actId } = message;
    const event: CaseEvent = { ...message, at, day: shanghaiDay(at) };
    for (;;) {
      const decision = decide(this.#kind, this.#state, event, this.#bookOf());
      if (isRefusal(decision)) {
        const { result, stored } = await lookForAct({ caseId, actId, seq: this.#seq });
        if (stored) this.#adopt(stored);
        if (result) return result;
        if (!stored) throw this.#refuse(decision);
        continue;
      }
      const seq = this.#seq + 1;
      const { state, effects, actingFor } = decision;
      const done = { ...event, ...(actingFor === undefined ? {} : { actingFor }) };
      const outcome = await commitAct({ caseId, kind, seq, event: done, state, effects });
      if (outcome.status === 'committed') {
        const outer = effects.flatMap((effect, index): StoredEffect[] =>
          isOuter(effect) ? [{ seq, index, effect }] : [],
        );
        this.#adopt({ state, seq, undone: outer, place: outcome.place });
        return { actId, seq, stage: state.stage };
      }
      if (outcome.status === 'facts-changed') throw this.#refuse(refuse('facts-changed', outcome.reason));
      this.#adopt(outcome.stored);
      if (outcome.status === 'stood') return outcome.result;
    }
  }

  #refuse(refusal: Refusal): ApplicationFailure {
    this.#refusedUnopened = this.#state === undefined;
    return refused(refusal);
  }

  #bookOf(): RuleBook {
    if (!this.#book) throw ApplicationFailure.retryable('rule book not loaded');
    return this.#book;
  }

  #arm(): void {
    if (!this.#state || !this.#book) return;
    const wake = nextWake(this.#kind, this.#state, this.#book, now());
    this.#alarm.set(wake && spread(wake, this.#place));
  }

  /** The alarm rang: if something is due it is decided as an event of its own, then the alarm is set anew. */
  #clock(): Promise<void> {
    return this.#next(async () => {
      const at = now();
      const due = this.#state && nextWake(this.#kind, this.#state, this.#bookOf(), at);
      if (due !== undefined && due <= at) {
        const actId = clockActId(this.#input.caseId, this.#seq + 1);
        await this.#systemAct({ actId, action: clockAction, actor: 'system', fields: {}, facts: {} }, at);
        const again = this.#state && nextWake(this.#kind, this.#state, this.#bookOf(), at);
        if (again !== undefined && again <= at) {
          log.error('a deadline stays due after it has been handled', { due: again });
          return this.#alarm.set(plusMs(at, 60_000));
        }
      }
      this.#arm();
    });
  }
}
