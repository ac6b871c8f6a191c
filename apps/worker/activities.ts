import { bookActivities } from '#activities/book';
import { caseActivities } from '#activities/case';
import { casesOf } from '#activities/cases';
import { effectActivities } from '#activities/effects';
import { papersOf } from '#activities/papers';
import { workloadActivities } from '#activities/workload';
import type { Clock } from '#config/clock';
import type { EntityManager } from '#db/orm';
import type { FileStore } from '#files/store';
import type { Renderer } from '#render/renderer';
import type { RunnerClient } from '#runner/runner-client';
import type { Sealer } from '#seal/sealer';

interface Parts {
  em: EntityManager;
  runner: RunnerClient;
  renderer: Renderer;
  store: FileStore;
  clock: Clock;
  /** Of the page on which anybody checks a paper. */
  checkAt?: string | undefined;
  sealer?: Sealer | undefined;
}

/** Wires what a worker can do: by capability, never by kind. */
export function activitiesOf({ em, runner, renderer, store, clock, checkAt, sealer }: Parts) {
  return {
    ...caseActivities(em),
    ...bookActivities(em, runner, clock),
    ...workloadActivities(em, runner, clock),
    ...effectActivities(
      em,
      papersOf(em, { renderer, store, clock, checkAt, sealer }),
      casesOf(em, runner),
      clock,
    ),
  };
}
