import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import type { z } from 'zod';
import { messageQuery, messageView, readUntil } from '#contracts/message';
import type { MessageQuery, MessageView } from '#contracts/message';
import { idParam, pageOf } from '#contracts/page';
import type { Page } from '#contracts/page';
import { readMessage, readMessages } from '#db/commands/read-message';
import { EntityManager } from '#db/orm';
import { messages } from '#db/queries/messages';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';

const messagePage = pageOf(messageView).meta({ id: 'MessagePage' });

@ApiTags('消息')
@Controller('messages')
export class MessagesController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @May('signed-in')
  @ApiOperation({ operationId: 'messages', summary: '我的消息' })
  @ApiOkResponse({ standardSchema: messagePage })
  @SerializeOptions({ schema: messagePage })
  list(
    @Current() { actor }: Signed,
    @Query({ schema: messageQuery }) query: MessageQuery,
  ): Promise<Page<MessageView>> {
    return messages(this.em, actor, query);
  }

  @Post('read')
  @HttpCode(204)
  @May('signed-in')
  @ApiOperation({ operationId: 'readMessages', summary: '到某一时刻的全部标为已读' })
  @ApiNoContentResponse()
  async readAll(
    @Current() { actor }: Signed,
    @Body({ schema: readUntil }) { until }: z.infer<typeof readUntil>,
  ): Promise<void> {
    await readMessages(this.em, this.clock, actor, until);
  }

  @Post(':id/read')
  @HttpCode(204)
  @May('signed-in')
  @ApiOperation({ operationId: 'readMessage', summary: '标为已读' })
  @ApiNoContentResponse()
  async read(@Current() { actor }: Signed, @Param('id', { schema: idParam }) id: string): Promise<void> {
    await readMessage(this.em, this.clock, actor, id);
  }
}
