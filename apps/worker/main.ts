import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { openOrm } from '#db/orm';
import { loadConfig } from '#config/config';
import { readSealFiles } from '#config/seal-files';
import { openVault } from '#config/vault';
import { sealOldSecrets } from '#db/commands/webhook-secrets';
import { createFolderStore } from '#files/store';
import { createRenderer } from '#render/renderer';
import { connectRunner } from '#runner/runner-client';
import { openSealer } from '#seal/sealer';
import { activitiesOf } from './activities.ts';
import { cachedCases } from './cached-cases.ts';
import { connectPatiently } from './connect.ts';
import { createFeedWorker } from './feeds.ts';
import { upkeep } from './upkeep.ts';
import { workflowBundle } from './workflow-bundle.ts';

// Temporal's runtime takes the signals for itself but heeds them only once a worker runs.
const endEarly = () => process.exit(0);
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, endEarly);

const config = loadConfig();
const orm = await openOrm(config.databaseUrl, { poolSize: 20 });
const vault = openVault(config.dataDir, config.secretKey);
await sealOldSecrets(orm.em.fork(), vault);
const runner = connectRunner(config.temporalAddress, config.temporalNamespace, config.taskQueue);
const connection = await connectPatiently(config.temporalAddress);
const renderer = createRenderer({
  fontDir: join(config.cacheDir, 'fonts'),
  log: (line) => console.log(line),
});
const sealer = config.seal && openSealer(readSealFiles(config.seal));
if (sealer) console.log(`Papers are sealed by ${sealer.by}, until ${sealer.validTo}`);
const store = createFolderStore(join(config.dataDir, 'files'));

const worker = await Worker.create({
  connection,
  namespace: config.temporalNamespace,
  taskQueue: config.taskQueue,
  workflowBundle: { code: await workflowBundle(join(config.cacheDir, 'workflows')) },
  activities: activitiesOf({
    ...{ em: orm.em, runner, renderer, store, clock: config.clock },
    checkAt: config.checkAddress,
    sealer,
  }),
  // How long an act waits for the worker that had the case last, before another may take it.
  stickyQueueScheduleToStartTimeout: '3s',
  maxCachedWorkflows: cachedCases(),
  maxConcurrentActivityTaskExecutions: 20,
  maxConcurrentLocalActivityExecutions: 40,
  shutdownGraceTime: '5s',
});

const feeds = await createFeedWorker({ connection, config, em: orm.em, vault });

for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, endEarly);
console.log('worker polls');
// What start waits for.
process.send?.('ready');
const ending = new AbortController();
const mail = config.mail !== undefined;
const kept = upkeep({ em: orm.em, runner, store, clock: config.clock, mail }, ending.signal);
await Promise.all([worker.run(), feeds.run()]);
ending.abort();
await kept;
await renderer.close();
await connection.close();
await runner.client.connection.close();
await orm.close(true);
process.exit(0);
