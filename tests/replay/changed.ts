import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import type { CommitInput } from '#contracts/act';

/** A release that has changed three things without a patch: timers, the input of an activity, a decision. */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  outbound: [
    {
      startTimer: (input, next) => next({ ...input, durationMs: input.durationMs + 60_000 }),
      scheduleActivity: (input, next) =>
        next({ ...input, args: [{ ...(input.args[0] as object), index: 9 }] }),
      scheduleLocalActivity(input, next) {
        if (input.activityType !== 'commitAct') return next(input);
        const commit = input.args[0] as CommitInput;
        return next({ ...input, args: [{ ...commit, state: { ...commit.state, stage: 'elsewhere' } }] });
      },
    },
  ],
});
