import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

export const nothing = defineUpdate<{ seq: number }, [unknown]>('act');

/** What Temporal costs by itself: takes updates like the runner, and does nothing at all. */
export async function floor(): Promise<void> {
  let seq = 0;
  setHandler(nothing, () => ({ seq: ++seq }));
  await condition(() => false);
}
