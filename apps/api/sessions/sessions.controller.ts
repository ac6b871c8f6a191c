import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Post,
  Req,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Clock } from '#config/clock';
import { changePassword, demoLogins, logIn, sessionView } from '#contracts/session';
import type { DemoLogins, SessionView } from '#contracts/session';
import * as logging from '#db/commands/log-in';
import * as passwords from '#db/commands/passwords';
import { EntityManager } from '#db/orm';
import { demoLoginsOffered } from '#db/queries/demo-logins';
import { sessionView as viewOf } from '#db/queries/session-view';
import { signedInByToken } from '#db/queries/signed-in';
import { clearSessionCookie, setSessionCookie } from '#api/access/cookie';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK, DEMO, SESSION_HOURS } from '#api/parts.module';
import { Unkeyed } from '#api/once/unkeyed';

@ApiTags('登录')
@Controller('session')
export class SessionsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SESSION_HOURS) private readonly hours: number,
    @Inject(DEMO) private readonly demo: boolean,
  ) {}

  @Post()
  @Unkeyed('own-way')
  @HttpCode(200)
  @May('anyone')
  @ApiOperation({ operationId: 'logIn', summary: '登录' })
  @ApiOkResponse({ standardSchema: sessionView })
  @SerializeOptions({ schema: sessionView })
  async logIn(
    @Body({ schema: logIn }) { login, password }: z.infer<typeof logIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { ip, id: requestId } = request;
    const userAgent = request.headers['user-agent'] ?? '';
    const attempt = { login, password, ip, requestId, userAgent, hours: this.hours };
    const token = await logging.logIn(this.em, this.clock, attempt);
    setSessionCookie(reply, request, token, this.hours);
    const signed = await signedInByToken(this.em, token, this.clock);
    if (!signed) throw new Error('the session just made was not found');
    return viewOf(this.em, this.clock, signed);
  }

  @Get()
  @May('session')
  @ApiOperation({ operationId: 'session', summary: '当前登录人' })
  @ApiOkResponse({ standardSchema: sessionView })
  @SerializeOptions({ schema: sessionView })
  get(@Current() signed: Signed): Promise<SessionView> {
    return viewOf(this.em, this.clock, signed);
  }

  @Get('demo')
  @May('anyone')
  @ApiOperation({ operationId: 'demoLogins', summary: '演示账号（只在载入了演示数据时有）' })
  @ApiOkResponse({ standardSchema: demoLogins })
  @SerializeOptions({ schema: demoLogins })
  async demoLogins(): Promise<DemoLogins> {
    return this.demo ? demoLoginsOffered(this.em) : { password: '', logins: [] };
  }

  @Delete()
  @HttpCode(204)
  @May('session')
  @ApiOperation({ operationId: 'logOut', summary: '退出登录' })
  @ApiNoContentResponse()
  async logOut(
    @Current() signed: Signed,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await logging.logOut(this.em, this.clock, signed);
    clearSessionCookie(reply, request);
  }

  @Post('password')
  @Unkeyed('own-way')
  @HttpCode(204)
  @May('session')
  @ApiOperation({ operationId: 'changePassword', summary: '修改本人密码' })
  @ApiNoContentResponse()
  async password(
    @Current() signed: Signed,
    @Body({ schema: changePassword }) body: z.infer<typeof changePassword>,
  ): Promise<void> {
    await passwords.changePassword(this.em, this.clock, signed, body);
  }
}
