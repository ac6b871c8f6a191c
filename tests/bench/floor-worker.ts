import { join } from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import { loadConfig } from '#config/config';

/** The floor's own process: set up as apps/worker/main.ts, without activities. */
const { temporalAddress, temporalNamespace, taskQueue } = loadConfig();
const connection = await NativeConnection.connect({ address: temporalAddress });
const worker = await Worker.create({
  connection,
  namespace: temporalNamespace,
  taskQueue,
  workflowsPath: join(import.meta.dirname, 'floor-workflow.ts'),
  shutdownGraceTime: '5s',
});

console.log('worker polls');
await worker.run();
await connection.close();
process.exit(0);
