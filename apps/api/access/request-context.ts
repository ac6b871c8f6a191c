import { RequestContext } from '#db/orm';
import type { FastifyInstance } from 'fastify';
import type { MikroORM } from '#db/orm';

/** One entity manager per request. After the body was parsed: reading it loses the asynchronous context. */
export function forkPerRequest(server: FastifyInstance, orm: MikroORM): void {
  server.addHook('preValidation', (_request, _reply, done) => RequestContext.create(orm.em, done));
}
