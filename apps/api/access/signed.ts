import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '#db/queries/signed-in';

/** The signed-in person behind a request. */
export interface Signed extends SignedIn {
  ip: string;
  requestId: string;
}

const signedOf = new WeakMap<FastifyRequest, Signed>();

export const remember = (request: FastifyRequest, signed: Signed) => void signedOf.set(request, signed);
export const signedIn = (request: FastifyRequest): Signed | undefined => signedOf.get(request);
