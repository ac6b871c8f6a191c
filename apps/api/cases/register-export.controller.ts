import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Clock } from '#config/clock';
import { caseQuery } from '#contracts/case';
import type { CaseQuery } from '#contracts/case';
import { writeLog } from '#db/commands/write-log';
import { EntityManager } from '#db/orm';
import { registerColumns, registerRows } from '#db/queries/cases/register-export';
import { longDay } from '#domain/day';
import { fileTypes } from '#files/file-type';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { sendTable } from '#api/files/send-table';
import { CLOCK } from '#api/parts.module';
import { caseReaders } from './readers.ts';

/** Exports of whatever size are asked for with the register's own question. */
const exportQuery = caseQuery.omit({ after: true, limit: true });
type ExportQuery = Omit<CaseQuery, 'after' | 'limit'>;

@ApiTags('事项')
@Controller('cases.xlsx')
@May(...caseReaders)
export class RegisterExportController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'casesXlsx', summary: '登记簿导出：与所列内容一致（记入日志）' })
  @ApiOkResponse({ content: { [fileTypes.xlsx.mime]: { schema: { type: 'string', format: 'binary' } } } })
  async export(
    @Current() by: Signed,
    @Query({ schema: exportQuery }) query: ExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await writeLog(this.em, this.clock, by, {
      kind: 'exported',
      subject: 'case',
      detail: '导出登记簿',
      data: { ...query },
    });
    // The request's own entity manager ends with the handler; rows are read while they are sent.
    const rows = registerRows(this.em.fork(), this.clock, by.actor, { ...query, limit: 1 });
    const name = `登记簿 ${longDay(this.clock.today())}.xlsx`;
    await sendTable(reply, { name, sheet: '登记簿', columns: registerColumns, rows });
  }
}
