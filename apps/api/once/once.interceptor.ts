import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { Once } from './once.ts';
import { UNKEYED } from './unkeyed.ts';

/** Every POST but those marked `@Unkeyed`: what is made anew by a repetition is made once. */
@Injectable()
export class OnceInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly once: Once,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const unkeyed = this.reflector.getAllAndOverride<string | undefined>(UNKEYED, targets) !== undefined;
    if (request.method !== 'POST' || unkeyed) return next.handle();
    const body = JSON.stringify(request.body ?? null);
    const handle = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(this.once.run(request, body, handle));
  }
}
