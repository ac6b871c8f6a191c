import { Catch, HttpException, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '#contracts/problem';
import type { Problem } from '#contracts/problem';
import { problemOf } from './problem-of.ts';

/** Every failure leaves as RFC 9457 problem details; what is inside stays inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('api');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const found: Problem = { ...problemOf(error), instance: `urn:request:${request.id}` };
    if (found.status >= 500) this.report(error, request);
    if (reply.sent) return;
    void reply
      .status(found.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(found));
  }

  private report(error: unknown, request: FastifyRequest): void {
    if (error instanceof ProblemError || error instanceof HttpException) return;
    const stack = error instanceof Error ? error.stack : undefined;
    this.logger.error({
      requestId: request.id,
      route: request.routeOptions.url,
      error: String(error),
      stack,
    });
  }
}
