import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { liveQuery } from '#contracts/live';
import type { LiveQuery } from '#contracts/live';
import { sessionToken } from '#api/access/cookie';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { Live } from './live.ts';

@ApiTags('消息')
@Controller('live')
export class LiveController {
  constructor(private readonly live: Live) {}

  @Get()
  @May('signed-in')
  @ApiOperation({ operationId: 'live', summary: '实时变动（事件流：未读消息数、有变动的事项编号）' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'event: changed, data: { unread?, cases?, all? }' })
  async open(
    @Current() signed: Signed,
    @Query({ schema: liveQuery }) { once }: LiveQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const begun = await this.live.begin(signed);
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      // A proxy that gathers or rewrites the stream would hold it back.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    reply.raw.write('retry: 3000\n\n');
    const stream = this.live.open(reply.raw, sessionToken(request) ?? '', begun);
    if (once) this.live.close(stream);
  }
}
