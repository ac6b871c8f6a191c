import { Controller, Get, HttpCode, Inject, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { mailState } from '#contracts/mail';
import type { MailState } from '#contracts/mail';
import { idParam } from '#contracts/page';
import { retryMail } from '#db/commands/mails';
import { EntityManager } from '#db/orm';
import * as queries from '#db/queries/mail/mail-state';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK, MAIL_FROM } from '#api/parts.module';

@ApiTags('推送')
@Controller('mails')
@May('system-admin')
export class MailsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MAIL_FROM) private readonly from: string | undefined,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'mails', summary: '邮件发送情况' })
  @ApiOkResponse({ standardSchema: mailState })
  @SerializeOptions({ schema: mailState })
  get(): Promise<MailState> {
    return queries.mailState(this.em, this.clock, { from: this.from });
  }

  @Post(':id/retry')
  @HttpCode(204)
  @ApiOperation({ operationId: 'retryMail', summary: '立即重发' })
  @ApiNoContentResponse()
  retry(@Current() by: Signed, @Param('id', { schema: idParam }) id: string): Promise<void> {
    return retryMail(this.em, this.clock, by, id);
  }
}
