import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { signedIn } from './signed.ts';
import type { Signed } from './signed.ts';

/** The signed-in person: `@Current() signed: Signed`. */
export const Current = createParamDecorator((_: unknown, context: ExecutionContext): Signed => {
  const signed = signedIn(context.switchToHttp().getRequest<FastifyRequest>());
  if (!signed) throw new Error('@Current() on an endpoint for anyone');
  return signed;
});
