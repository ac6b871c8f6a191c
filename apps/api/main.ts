import 'reflect-metadata';
import { loadConfig } from '#config/config';
import { openOrm } from '#db/orm';
import { createApp } from './app.ts';

const config = loadConfig();
const orm = await openOrm(config.databaseUrl);
const app = await createApp(config, orm);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await app.close();
  await orm.close(true);
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
// The supervisor is gone: without it nobody would stop or restart this process.
process.on('disconnect', () => void stop());

await app.listen({ host: config.host, port: config.port });
process.send?.('ready');
