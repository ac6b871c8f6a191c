import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '#config/config';
import { openVault } from '#config/vault';
import { sealOldSecrets } from '#db/commands/webhook-secrets';
import { newId } from '#db/id';
import type { MikroORM } from '#db/orm';
import { createFolderStore } from '#files/store';
import { forkPerRequest } from './access/request-context.ts';
import { refuseForeignWrites } from './access/same-origin.ts';
import { AppModule } from './app.module.ts';
import { endConnectionsAtClose } from './closing.ts';
import { openApiOf } from './openapi.ts';
import { validation } from './problem/validation.ts';
import { addSecurityHeaders } from './web/headers.ts';
import { connectRunner } from '#runner/runner-client';
import { serveWeb } from './web/pages.ts';

/** Told of every route as the router learns it: the matrix test asks each. */
export type OnRoute = (method: string, url: string) => void;

export type ApiConfig = Pick<
  Config,
  | 'clock'
  | 'sessionHours'
  | 'webDir'
  | 'logLevel'
  | 'temporalAddress'
  | 'temporalNamespace'
  | 'taskQueue'
  | 'dataDir'
  | 'cacheDir'
  | 'maxUploadBytes'
> &
  Partial<Pick<Config, 'demo' | 'mail' | 'secretKey'>>;

const megabyte = 1024 * 1024;
/** JSON bodies; files come as multipart, where each endpoint sets its own smaller limit. */
const bodyLimit = megabyte;

const levels = { error: 1, warn: 2, log: 3, debug: 5 } as const;

function adapter(onRoute: OnRoute): FastifyAdapter {
  const fastify = new FastifyAdapter({
    bodyLimit,
    genReqId: () => newId(),
    // Only a proxy on the same machine is believed about the address and the scheme of the caller.
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200 },
  });
  fastify.getInstance().addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) onRoute(one, url);
  });
  return fastify;
}

async function prepare(server: FastifyInstance, config: ApiConfig, orm: MikroORM): Promise<void> {
  addSecurityHeaders(server);
  endConnectionsAtClose(server);
  refuseForeignWrites(server);
  forkPerRequest(server, orm);
  server.removeContentTypeParser('text/plain');
  await server.register(cookie);
  await server.register(compress, { threshold: 1024, encodings: ['gzip', 'deflate'] });
  await server.register(multipart, {
    limits: { fileSize: config.maxUploadBytes, files: 20, fields: 20, fieldSize: megabyte },
  });
  await serveWeb(server, config.webDir);
}

/** The whole application, not yet listening: tests start it on a free port or inject requests. */
export async function createApp(
  config: ApiConfig,
  orm: MikroORM,
  onRoute: OnRoute = () => undefined,
): Promise<NestFastifyApplication> {
  const { clock, demo = false, sessionHours, temporalAddress, temporalNamespace, taskQueue } = config;
  const runner = connectRunner(temporalAddress, temporalNamespace, taskQueue);
  const store = createFolderStore(join(config.dataDir, 'files'));
  const files = { store, maxUploadBytes: config.maxUploadBytes };
  const fontDir = join(config.cacheDir, 'fonts');
  const logLevels = (['error', 'warn', 'log', 'verbose', 'debug'] as const).slice(0, levels[config.logLevel]);
  const vault = openVault(config.dataDir, config.secretKey);
  await sealOldSecrets(orm.em.fork(), vault);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with({
      orm,
      clock,
      demo,
      sessionHours,
      mailFrom: config.mail?.from,
      runner,
      files,
      fontDir,
      vault,
    }),
    adapter(onRoute),
    { bodyParser: false, abortOnError: false, logger: new ConsoleLogger({ json: true, logLevels }) },
  );
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validation);
  await prepare(app.getHttpAdapter().getInstance(), config, orm);
  const document = openApiOf(app);
  app.getHttpAdapter().get('/api/openapi.json', (_: unknown, reply: { send(body: unknown): void }) => {
    reply.send(document);
  });
  await app.init();
  return app;
}
