import type { FastifyInstance, FastifyRequest } from 'fastify';
import { forbidden } from '#contracts/problem';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

function comesFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.host;
}

/** Writes come from our own pages or from a program without cookies of a browser; SameSite is the second lock. */
export function refuseForeignWrites(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const refused = !reading.has(request.method) && comesFromElsewhere(request);
    done(refused ? forbidden('请求来自其他网站，已拒绝。', 'foreign-origin') : undefined);
  });
}
