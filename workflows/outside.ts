import { sleep } from '@temporalio/workflow';
import type { StoredEffect } from '#contracts/act';
import { performEffect } from './activity-options.ts';

/**
 * Effects on the outside, started after the commit and never awaited before answering. Each is a row in
 * PostgreSQL marked by its activity; one that a continue-as-new drops is launched again from there.
 */
export class Outside {
  readonly #launched = new Set<string>();
  #nudging = false;
  pending = 0;

  constructor(private readonly caseId: string) {}

  launch(effects: readonly StoredEffect[]): void {
    for (const { seq, index, effect } of effects) {
      const key = `${seq}:${index}`;
      if (this.#launched.has(key)) continue;
      this.#launched.add(key);
      this.pending += 1;
      const settled = () => {
        this.pending -= 1;
      };
      // A failure that is not repeated is kept in the effect's row, where an operator looks for it.
      performEffect({ caseId: this.caseId, seq, index, type: effect.type }).then(settled, settled);
    }
  }

  /** A short timer makes another workflow task, in which no act is answered. */
  nudge(): void {
    if (this.#nudging) return;
    this.#nudging = true;
    sleep(10).then(
      () => (this.#nudging = false),
      () => (this.#nudging = false),
    );
  }
}
