import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { epochMs, type Instant } from '#domain/day';

/** One timer per case: re-armed only for an earlier moment; one that rings too early is simply set again. */
export class Alarm {
  #armed: { at: Instant; scope: CancellationScope } | undefined;

  constructor(private readonly ring: () => Promise<void>) {}

  set(at: Instant | undefined): void {
    if (at === undefined || (this.#armed && this.#armed.at <= at)) return;
    this.#armed?.scope.cancel();
    const scope = new CancellationScope();
    const armed = { at, scope };
    this.#armed = armed;
    scope
      .run(() => sleep(Math.max(epochMs(at) - Date.now(), 1)))
      .then(() => {
        if (this.#armed === armed) this.#armed = undefined;
        return this.ring();
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }
}
