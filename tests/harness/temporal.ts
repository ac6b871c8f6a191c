import { TestWorkflowEnvironment } from '@temporalio/testing';
import { fromSetup, timeSkippingServer } from './environment.ts';

/** The run's own dev server, in real time. Take a task queue of your own. */
export function temporalAddress(): string {
  return fromSetup('TEST_TEMPORAL_ADDRESS');
}

/** A time-skipping server of the suite's own: `teardown()` it. Lacks advanced search attributes. */
export function timeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  const path = timeSkippingServer();
  // Without a path the library downloads the server itself.
  return TestWorkflowEnvironment.createTimeSkipping(
    path ? { server: { executable: { type: 'existing-path', path } } } : {},
  );
}
