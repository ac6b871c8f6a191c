import { parentPort, workerData } from 'node:worker_threads';
import { rehearse, type Rehearsing } from '#domain/rehearse';

/** A thread of its own for one rehearsal: seconds of computing, during which the API goes on answering. */
parentPort?.postMessage(rehearse(workerData as Rehearsing));
