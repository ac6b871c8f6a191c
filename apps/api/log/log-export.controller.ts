import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Clock } from '#config/clock';
import { logFilter } from '#contracts/log';
import type { LogFilter } from '#contracts/log';
import { writeLog } from '#db/commands/write-log';
import { EntityManager } from '#db/orm';
import { logColumns, logRows, refuseLongExport } from '#db/queries/log-export';
import { longDay } from '#domain/day';
import { fileTypes } from '#files/file-type';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { sendTable } from '#api/files/send-table';
import { CLOCK } from '#api/parts.module';

@ApiTags('审计日志')
@Controller('log/export')
@May('auditor')
export class LogExportController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'logExport', summary: '审计日志导出：与所列内容一致（记入日志）' })
  @ApiOkResponse({ content: { [fileTypes.xlsx.mime]: { schema: { type: 'string', format: 'binary' } } } })
  async export(
    @Current() by: Signed,
    @Query({ schema: logFilter }) filter: LogFilter,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await refuseLongExport(this.em, filter);
    const line = { kind: 'exported', subject: 'log', detail: '导出审计日志', data: { ...filter } } as const;
    await writeLog(this.em, this.clock, by, line);
    const name = `审计日志 ${longDay(this.clock.today())}.xlsx`;
    // The request's own entity manager ends with the handler; rows are read while they are sent.
    const rows = logRows(this.em.fork(), filter);
    await sendTable(reply, { name, sheet: '审计日志', columns: logColumns, rows });
  }
}
