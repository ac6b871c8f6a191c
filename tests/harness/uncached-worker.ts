// A worker without a memory of its own. The time-skipping server puts the next task of a case on the private queue of the
// worker that had it last, and never takes it back when that one is dead: this worker has no such queue.
// It is ready long before it is needed: it polls once it is told to.
import { once } from 'node:events';
import { join } from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import { loadConfig } from '#config/config';
import { openOrm } from '#db/orm';
import { createFolderStore } from '#files/store';
import { createRenderer } from '#render/renderer';
import { connectRunner } from '#runner/runner-client';
import { activitiesOf } from '#worker/activities';
import { workflowBundle } from '#worker/workflow-bundle';

const config = loadConfig();
const { temporalAddress: address, temporalNamespace: namespace, taskQueue, cacheDir, clock } = config;
const orm = await openOrm(config.databaseUrl, { poolSize: 10 });
const renderer = createRenderer({ fontDir: join(cacheDir, 'fonts') });
const store = createFolderStore(join(config.dataDir, 'files'));
const runner = connectRunner(address, namespace, taskQueue);
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  namespace,
  taskQueue,
  workflowBundle: { code: await workflowBundle(join(cacheDir, 'workflows')) },
  activities: activitiesOf({ em: orm.em, runner, renderer, store, clock }),
  maxCachedWorkflows: 0,
  // What it cannot work on at once it must leave to others, or it would only let it time out.
  maxConcurrentWorkflowTaskPolls: 1,
  maxConcurrentWorkflowTaskExecutions: 1,
});
// Whoever started it is gone: nobody would tell it to poll, nor to end.
process.once('disconnect', () => process.exit(1));
console.log('worker stands by');
await once(process, 'message');
await worker.run();
process.exit(0);
