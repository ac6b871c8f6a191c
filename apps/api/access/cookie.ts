import type { FastifyReply, FastifyRequest } from 'fastify';

const name = 'duxing_session';

export const sessionToken = (request: FastifyRequest): string | undefined => request.cookies[name];

/** `Secure` wherever the person came by TLS, behind a proxy too (trustProxy in app.ts). */
export function setSessionCookie(
  reply: FastifyReply,
  request: FastifyRequest,
  token: string,
  hours: number,
): void {
  const maxAge = hours * 3600;
  void reply.setCookie(name, token, { ...attributes(request), maxAge });
}

export function clearSessionCookie(reply: FastifyReply, request: FastifyRequest): void {
  void reply.clearCookie(name, attributes(request));
}

const attributes = (request: FastifyRequest) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: request.protocol === 'https',
});
