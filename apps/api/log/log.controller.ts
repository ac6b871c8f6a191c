import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { logPage, logQuery } from '#contracts/log';
import type { LogQuery, LogView } from '#contracts/log';
import type { Page } from '#contracts/page';
import { EntityManager } from '#db/orm';
import { log } from '#db/queries/log';
import { May } from '#api/access/may';

@ApiTags('审计日志')
@Controller('log')
export class LogController {
  constructor(private readonly em: EntityManager) {}

  @Get()
  @May('auditor')
  @ApiOperation({ operationId: 'log', summary: '审计日志' })
  @ApiOkResponse({ standardSchema: logPage })
  @SerializeOptions({ schema: logPage })
  list(@Query({ schema: logQuery }) query: LogQuery): Promise<Page<LogView>> {
    return log(this.em, query);
  }
}
