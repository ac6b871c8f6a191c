import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  ApplicationFailure,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { ActMessage, ActResult, RunCaseInput } from '#contracts/act';
import { lookAgain } from './look-again.ts';
import { Refused } from './refused.ts';
import { workflowIdOf, workflowTaskTimeout, type RunnerClient } from './runner-client.ts';

export interface Target {
  caseId: string;
  kind: string;
  /** The first act of a case starts its runner. */
  opens?: boolean;
  historyLimit?: number;
}

/** What PostgreSQL says of an act and its case; PostgreSQL is asked first and whenever Temporal doesn't answer. */
export interface Standing {
  result?: ActResult;
  closed: boolean;
}

/** No answer within the patience: the act may still come to stand; the same act id can be sent again. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

interface Options {
  standing: (caseId: string, actId: string) => Promise<Standing>;
  patienceMs?: number;
}

/**
 * Sends an act to its case and repeats it, with the same id, until it stands, is refused, or patience ends.
 * Every failure but `Refused` is repeated: instant FAILED_PRECONDITION and RESOURCE_EXHAUSTED are such.
 * Each sending has an update id of its own: Temporal keeps the answer to an update, and a refusal must not outlive
 * its ground. That an act is done once is PostgreSQL's to say.
 */
export async function sendAct(
  runner: RunnerClient,
  target: Target,
  message: ActMessage,
  { standing, patienceMs = 30_000 }: Options,
): Promise<ActResult> {
  const until = performance.now() + patienceMs;
  const sending = { message, updateId: `${message.actId}/${randomUUID()}` };
  let withStart = target.opens ?? false;
  for (let delayMs = 50; ; delayMs = Math.min(delayMs * 2, 2_000)) {
    try {
      return await (withStart ? startWithAct(runner, target, sending) : update(runner, target, sending));
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal) throw refusal;
      // PostgreSQL may be away too: then nothing is known and the act is sent again.
      const known = await standing(target.caseId, message.actId).catch(() => undefined);
      if (known?.result) {
        void lookAgain(runner, target.caseId);
        return known.result;
      }
      if (known?.closed) throw new Refused('closed', '本事项已办结，不能再办理。');
      // A case that is open in PostgreSQL but has no runner gets one: it starts from the stored state.
      if (error instanceof WorkflowNotFoundError) withStart = true;
      if (performance.now() + delayMs > until) throw new NoAnswer(String(error), { cause: error });
      await wait(delayMs);
    }
  }
}

interface Sending {
  message: ActMessage;
  updateId: string;
}

function update(
  { client }: RunnerClient,
  { caseId }: Target,
  { message, updateId }: Sending,
): Promise<ActResult> {
  return client.workflow
    .getHandle(workflowIdOf(caseId))
    .executeUpdate<ActResult, [ActMessage]>('act', { args: [message], updateId });
}

function startWithAct(
  { client, taskQueue }: RunnerClient,
  { caseId, kind, historyLimit }: Target,
  { message, updateId }: Sending,
): Promise<ActResult> {
  const input: RunCaseInput = { caseId, kind, ...(historyLimit === undefined ? {} : { historyLimit }) };
  const startWorkflowOperation = new WithStartWorkflowOperation('runCase', {
    workflowId: workflowIdOf(caseId),
    taskQueue,
    args: [input],
    workflowTaskTimeout,
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  return client.workflow.executeUpdateWithStart<
    (input: RunCaseInput) => Promise<void>,
    ActResult,
    [ActMessage]
  >('act', {
    args: [message],
    updateId,
    startWorkflowOperation,
  });
}

function refusalIn(error: unknown): Refused | undefined {
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== 'Refused') return undefined;
  const [detail] = (cause.details ?? []) as { code: string; reason: string; field?: string }[];
  return new Refused(detail?.code ?? 'refused', detail?.reason ?? cause.message, detail?.field);
}
