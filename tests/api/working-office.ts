import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { newId } from '#db/id';
import { seedCalendar } from '#db/seed/calendar';
import { addDays, epochMs, instantOf, plusMs, shanghaiDay, startOfDay } from '#domain/day';
import { inOfficeHours } from '#domain/ladder';
import { startProcess } from '#tests/harness/process';
import { timeSkippingEnvironment } from '#tests/harness/temporal';
import { runningApi } from './running-api.ts';
import type { RunningApi } from './running-api.ts';

export interface WorkingOffice extends RunningApi {
  /** The API's clock stands still: sets it to where the runners' has come to. */
  tick(): Promise<void>;
}

/** The API with a worker, at ten in the morning of a working day, whatever the hour of the machine. */
export async function workingOffice(): Promise<WorkingOffice> {
  const time: TestWorkflowEnvironment = await timeSkippingEnvironment();
  const taskQueue = `test-${newId()}`;
  const api = await runningApi(taskQueue, time.address);
  const now = async () => instantOf(await time.currentTimeMs());
  const tomorrow = startOfDay(addDays(shanghaiDay(await now()), 1));
  const ten = plusMs(inOfficeHours(tomorrow, seedCalendar), 3_600_000);
  await time.sleep(epochMs(ten) - epochMs(await now()));
  const tick = async () => api.clock.set(await now());
  await tick();
  const worker = await startProcess('apps/worker/main.ts', 'worker polls', {
    DATABASE_URL: api.orm.config.get('clientUrl') ?? '',
    TEMPORAL_ADDRESS: time.address,
    TEMPORAL_TASK_QUEUE: taskQueue,
    DATA_DIR: api.dataDir,
  });
  const stop = async () => {
    await worker.kill();
    await api.stop();
    await time.teardown();
  };
  return { ...api, tick, stop };
}
