import { Catch, HttpException, Inject, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#config/clock';
import { ProblemError } from '#contracts/problem';
import type { Problem } from '#contracts/problem';
import { writeLog } from '#db/commands/write-log';
import { EntityManager } from '#db/orm';
import { signedIn } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';
import { problemOf } from './problem-of.ts';

/** Every failure leaves as RFC 9457 problem details; what is inside stays inside. Refusals go into the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('api');

  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const found: Problem = { ...problemOf(error), instance: `urn:request:${request.id}` };
    if (found.status >= 500) this.report(error, request);
    if (found.status === 403) await this.keep(request, found);
    if (reply.sent) return;
    void reply
      .status(found.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(found));
  }

  /** In a transaction of its own: that of the refused act is gone. */
  private async keep(request: FastifyRequest, { type, detail }: Problem): Promise<void> {
    const signed = signedIn(request);
    if (!signed) return;
    const subject = `${request.method} ${request.routeOptions.url ?? ''}`;
    const line = { kind: 'refused' as const, subject, detail: `已拒绝：${detail}`, data: { type } };
    await writeLog(this.em.fork({ clear: true, useContext: false }), this.clock, signed, line).catch(
      (error: unknown) => this.report(error, request),
    );
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
