import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Runtime,
  Worker,
  type InjectedSinks,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import type { Asked } from './report.ts';

type History = temporal.api.history.v1.IHistory;
const here = import.meta.dirname;
const logger = new DefaultLogger('ERROR');
Runtime.install({ logger });

/** The workflows as they are, or with a module that changes what they ask for; what they ask for is reported. */
export function replayBundle(changed?: string): Promise<WorkflowBundleWithSourceMap> {
  const modules = [...(changed ? [resolve(here, changed)] : []), resolve(here, 'report.ts')];
  return bundleWorkflowCode({
    workflowsPath: resolve(here, '../../workflows/index.ts'),
    workflowInterceptorModules: modules,
    logger,
  });
}

/** Replays a history and says where what is asked for is not what was recorded: durations, inputs, commits. */
export async function strictReplay(
  bundle: WorkflowBundleWithSourceMap,
  history: History,
  workflowId: string,
): Promise<string[]> {
  const faults: string[] = [];
  const { timers, activities } = recorded(history);
  const compare = (what: string, now: string, then: string | undefined) => {
    if (then !== undefined && now !== then) faults.push(`${what}: recorded ${then}, now ${now}`);
  };
  const sinks: InjectedSinks<Asked> = {
    asked: {
      timer: {
        fn: (_info, seq, durationMs) => compare(`timer ${seq}`, String(durationMs), timers.get(String(seq))),
        callDuringReplay: true,
      },
      activity: {
        fn: (_info, seq, type, args) =>
          compare(`activity ${type}`, JSON.stringify(args), activities.get(String(seq))),
        callDuringReplay: true,
      },
      commit: {
        fn: (_info, args, inputHash) =>
          compare('commit', createHash('sha256').update(JSON.stringify(args[0])).digest('hex'), inputHash),
        callDuringReplay: true,
      },
    },
  };
  await Worker.runReplayHistory({ workflowBundle: { code: bundle.code }, sinks }, history, workflowId);
  return faults;
}

/** By the sequence number that timers and activities carry as their id. */
function recorded({ events }: History) {
  const timers = new Map<string, string>();
  const activities = new Map<string, string>();
  for (const event of events ?? []) {
    const timer = event.timerStartedEventAttributes;
    const { seconds, nanos } = timer?.startToFireTimeout ?? {};
    if (timer?.timerId)
      timers.set(timer.timerId, String(Number(seconds ?? 0) * 1000 + Number(nanos ?? 0) / 1e6));
    const activity = event.activityTaskScheduledEventAttributes;
    const args = activity?.input?.payloads?.map((payload) => defaultPayloadConverter.fromPayload(payload));
    if (activity?.activityId) activities.set(activity.activityId, JSON.stringify(args));
  }
  return { timers, activities };
}
