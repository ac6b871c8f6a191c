import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { CaseActivities } from '#activities/case';
import type { EffectActivities } from '#activities/effects';

/** PostgreSQL may be away for long: these repeat until it is back, the act waits and nothing is answered meanwhile. */
export const { loadCase, commitAct, lookForAct } = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '15s',
  localRetryThreshold: '30s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '5s' },
});

export const { performEffect } = proxyActivities<EffectActivities>({
  startToCloseTimeout: '10m',
  // A worker that is killed is noticed after so long, and another goes on.
  heartbeatTimeout: '10s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '1m' },
});
