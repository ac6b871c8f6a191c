import { proxySinks, type Sinks, type WorkflowInterceptorsFactory } from '@temporalio/workflow';

/** What a replay asks for, told outside the sandbox: plain replay compares only the kinds and the order of commands. */
export interface Asked extends Sinks {
  asked: {
    timer(seq: number, durationMs: number): void;
    activity(seq: number, type: string, args: unknown[]): void;
    commit(args: unknown[], inputHash: string): void;
  };
}

const { asked } = proxySinks<Asked>();

export const interceptors: WorkflowInterceptorsFactory = () => ({
  outbound: [
    {
      startTimer(input, next) {
        asked.timer(input.seq, input.durationMs);
        return next(input);
      },
      scheduleActivity(input, next) {
        asked.activity(input.seq, input.activityType, input.args);
        return next(input);
      },
      // A local activity records no input: the commit answers with the hash of what it was given.
      scheduleLocalActivity(input, next) {
        const answer = next(input);
        const report = (outcome: unknown) => {
          const { inputHash } = (outcome ?? {}) as { inputHash?: string };
          if (inputHash) asked.commit(input.args, inputHash);
        };
        answer.then(report, () => undefined);
        return answer;
      },
    },
  ],
});
