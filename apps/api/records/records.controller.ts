import { Body, Controller, Get, HttpCode, Inject, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { idParam } from '#contracts/page';
import {
  recordBody,
  recordChange,
  recordLine,
  recordLines,
  recordsView,
  recordWithdrawal,
} from '#contracts/record';
import type { RecordBody, RecordChange, RecordLine, RecordsView, RecordWithdrawal } from '#contracts/record';
import { addRecord, changeRecord, withdrawRecord } from '#db/commands/records';
import { EntityManager } from '#db/orm';
import { record, records, recordVersions } from '#db/queries/cases/records';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { caseReaders } from '#api/cases/readers';
import { CLOCK } from '#api/parts.module';

const path = { schema: idParam };

@ApiTags('工作记录')
@Controller('cases/:id/records')
@May(...caseReaders)
export class RecordsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'records', summary: '走访、培训、例会等工作记录' })
  @ApiOkResponse({ standardSchema: recordsView })
  @SerializeOptions({ schema: recordsView })
  list(@Current() { actor }: Signed, @Param('id', path) id: string): Promise<RecordsView> {
    return records(this.em, actor, id);
  }

  @Get(':recordId/versions')
  @ApiOperation({ operationId: 'recordVersions', summary: '一条工作记录的各版，最新的在前' })
  @ApiOkResponse({ standardSchema: recordLines })
  @SerializeOptions({ schema: recordLine })
  versions(
    @Current() { actor }: Signed,
    @Param('id', path) id: string,
    @Param('recordId', path) recordId: string,
  ): Promise<RecordLine[]> {
    return recordVersions(this.em, actor, id, recordId);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'addRecord', summary: '登记一条工作记录' })
  @ApiOkResponse({ standardSchema: recordLine })
  @SerializeOptions({ schema: recordLine })
  async add(
    @Current() by: Signed,
    @Param('id', path) id: string,
    @Body({ schema: recordBody }) body: RecordBody,
  ): Promise<RecordLine> {
    return record(this.em, by.actor, id, await addRecord(this.em, this.clock, by, id, body));
  }

  @Post(':recordId')
  @HttpCode(200)
  @ApiOperation({ operationId: 'changeRecord', summary: '更改工作记录（另存一版）' })
  @ApiOkResponse({ standardSchema: recordLine })
  @SerializeOptions({ schema: recordLine })
  async change(
    @Current() by: Signed,
    @Param('id', path) id: string,
    @Param('recordId', path) recordId: string,
    @Body({ schema: recordChange }) body: RecordChange,
  ): Promise<RecordLine> {
    return record(this.em, by.actor, id, await changeRecord(this.em, this.clock, by, id, recordId, body));
  }

  @Post(':recordId/withdraw')
  @HttpCode(204)
  @ApiOperation({ operationId: 'withdrawRecord', summary: '撤回工作记录' })
  @ApiNoContentResponse()
  withdraw(
    @Current() by: Signed,
    @Param('id', path) id: string,
    @Param('recordId', path) recordId: string,
    @Body({ schema: recordWithdrawal }) body: RecordWithdrawal,
  ): Promise<void> {
    return withdrawRecord(this.em, this.clock, by, id, recordId, body);
  }
}
