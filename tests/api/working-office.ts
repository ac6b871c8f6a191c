import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { seedCalendar } from '#db/seed/calendar';
import { addDays, epochMs, instantOf, plusMs, shanghaiDay, startOfDay } from '#domain/day';
import { inOfficeHours } from '#domain/ladder';
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
  const api = await runningApi(time.address);
  const now = async () => instantOf(await time.currentTimeMs());
  const tomorrow = startOfDay(addDays(shanghaiDay(await now()), 1));
  const ten = plusMs(inOfficeHours(tomorrow, seedCalendar), 3_600_000);
  await time.sleep(epochMs(ten) - epochMs(await now()));
  const tick = async () => api.clock.set(await now());
  await tick();
  await api.startWorker();
  const stop = async () => {
    await api.stop();
    await time.teardown();
  };
  return { ...api, tick, stop };
}
