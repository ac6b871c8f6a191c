import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { notFound } from '#contracts/problem';

/** The web application: hashed assets for ever, every other address its first page; never for /api. */
export async function serveWeb(server: FastifyInstance, webDir: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: join(webDir, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    suppressWarning: true,
  });
  server.get('/*', { logLevel: 'silent' }, (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path === '/api' || path.startsWith('/api/')) throw notFound('没有这个接口。');
    const file = /\.[a-z0-9]+$/i.test(path) ? path.slice(1) : 'index.html';
    return reply.sendFile(file, webDir, { immutable: false, maxAge: 0 });
  });
}
