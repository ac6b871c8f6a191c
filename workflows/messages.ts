import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ActMessage, ActResult } from '#contracts/act';

/** One act of one person, or of the system; answered when it is committed. */
export const actUpdate = defineUpdate<ActResult, [ActMessage]>('act');
/** Rules or the calendar have changed: load the book anew. */
export const bookChanged = defineSignal('book-changed');
/** PostgreSQL may hold more of the case than its runner knows: load it anew. */
export const lookAgain = defineSignal('look-again');
/** Of a workload that is handed over: it was resumed or is taken back. */
export const goOn = defineSignal('go-on');
/** A subscriber was changed or resumed: try it now. */
export const webhookChanged = defineSignal('webhook-changed');
