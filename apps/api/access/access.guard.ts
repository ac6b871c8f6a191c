import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '#config/clock';
import { ProblemError, forbidden } from '#contracts/problem';
import { EntityManager } from '#db/orm';
import { signedInByToken } from '#db/queries/signed-in';
import { CLOCK } from '#api/parts.module';
import { sessionToken } from './cookie.ts';
import { MAY } from './may.ts';
import type { Who } from './may.ts';
import { remember } from './signed.ts';
import type { Signed } from './signed.ts';

/** Denies by default. Posts are read anew with every request, so that a change of permissions holds at once. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const who = this.reflector.getAllAndOverride<Who[] | undefined>(MAY, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (who?.includes('anyone')) return true;
    const signed = await this.signed(request);
    if (!signed) throw new ProblemError(401, 'not-signed-in', '尚未登录或登录已失效，请重新登录。');
    remember(request, signed);
    if (who?.includes('session')) return true;
    if (signed.mustChangePassword) throw forbidden('请先修改初始密码。', 'must-change-password');
    if (who?.includes('signed-in')) return true;
    const entitling = signed.actor.posts.filter((post) => who?.includes(post.role));
    const post = entitling.find((held) => !held.actingFor) ?? entitling[0];
    if (!post) throw forbidden('您没有办理此事的权限。');
    if (post.actingFor) signed.actingFor = post.actingFor;
    return true;
  }

  private async signed(request: FastifyRequest): Promise<Signed | undefined> {
    const token = sessionToken(request);
    if (!token) return undefined;
    const found = await signedInByToken(this.em, token, this.clock);
    return found && { ...found, ip: request.ip, requestId: request.id };
  }
}
