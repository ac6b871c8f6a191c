import type { FastifyInstance } from 'fastify';

/** Long enough for an answer under way; the supervisor kills after its own, longer wait. */
const graceMs = 2000;

/**
 * Ends what is left of the connections when the API closes. Node counts a connection that was opened and never
 * asked anything (browsers open such in advance) as busy for a minute, and `close` would wait for it.
 */
export function endConnectionsAtClose(server: FastifyInstance): void {
  server.addHook('preClose', (done) => {
    const grace = setTimeout(() => server.server.closeAllConnections(), graceMs);
    server.server.once('close', () => clearTimeout(grace));
    done();
  });
}
