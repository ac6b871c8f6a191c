import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Clock } from '#config/clock';
import { commitmentFilter } from '#contracts/commitment';
import type { CommitmentFilter } from '#contracts/commitment';
import { writeLog } from '#db/commands/write-log';
import { EntityManager } from '#db/orm';
import { ledgerColumns, ledgerRows } from '#db/queries/cases/commitment/export';
import { longDay } from '#domain/day';
import { fileTypes } from '#files/file-type';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { caseReaders } from '#api/cases/readers';
import { sendCsv } from '#api/files/send-csv';
import { sendTable } from '#api/files/send-table';
import { CLOCK } from '#api/parts.module';

@ApiTags('台账事项')
@Controller()
@May(...caseReaders)
export class LedgerExportController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('commitments.xlsx')
  @ApiOperation({ operationId: 'commitmentsXlsx', summary: '台账导出为Excel：与所列内容一致（记入日志）' })
  @ApiOkResponse({ content: { [fileTypes.xlsx.mime]: { schema: { type: 'string', format: 'binary' } } } })
  async xlsx(
    @Current() by: Signed,
    @Query({ schema: commitmentFilter }) filter: CommitmentFilter,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendTable(reply, { ...(await this.table(by, filter, 'xlsx')), sheet: '台账' });
  }

  @Get('commitments.csv')
  @ApiOperation({ operationId: 'commitmentsCsv', summary: '台账导出为CSV：与所列内容一致（记入日志）' })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async csv(
    @Current() by: Signed,
    @Query({ schema: commitmentFilter }) filter: CommitmentFilter,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendCsv(reply, await this.table(by, filter, 'csv'));
  }

  private async table(by: Signed, filter: CommitmentFilter, ending: string) {
    const line = { kind: 'exported', subject: 'case', detail: '导出台账', data: { ...filter } } as const;
    await writeLog(this.em, this.clock, by, line);
    // The request's own entity manager ends with the handler; rows are read while they are sent.
    const rows = ledgerRows(this.em.fork(), this.clock, by.actor, filter);
    return { name: `台账 ${longDay(this.clock.today())}.${ending}`, columns: ledgerColumns, rows };
  }
}
