import { Body, Controller, HttpCode, Post, Res, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { rehearsalBody, rehearsalView } from '#contracts/rehearsal';
import type { RehearsalBody, RehearsalView } from '#contracts/rehearsal';
import { rehearsalColumns, rehearsalRows } from '#db/queries/rehearsals/calendar-table';
import { fileTypes } from '#files/file-type';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { sendTable } from '#api/files/send-table';
import { Unkeyed } from '#api/once/unkeyed';
import { Rehearsals } from './rehearsals.ts';

@ApiTags('预演')
@Controller('rehearsals')
@May('inspector', 'section-head', 'leader', 'chief-leader')
export class RehearsalsController {
  constructor(private readonly rehearsals: Rehearsals) {}

  @Post()
  @Unkeyed('reads')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'rehearse',
    summary: '预演一个批次：按假定的答复走完全程，什么都不发生（记入日志）',
  })
  @ApiOkResponse({ standardSchema: rehearsalView })
  @SerializeOptions({ schema: rehearsalView })
  async rehearse(
    @Current() by: Signed,
    @Body({ schema: rehearsalBody }) body: RehearsalBody,
  ): Promise<RehearsalView> {
    const { view } = await this.rehearsals.rehearse(by, body);
    return view;
  }

  @Post('calendar.xlsx')
  @Unkeyed('reads')
  @HttpCode(200)
  @ApiOperation({ operationId: 'rehearsalXlsx', summary: '预演的日历导出，逐日逐岗位（记入日志）' })
  @ApiOkResponse({ content: { [fileTypes.xlsx.mime]: { schema: { type: 'string', format: 'binary' } } } })
  async export(
    @Current() by: Signed,
    @Body({ schema: rehearsalBody }) body: RehearsalBody,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { view, calendar } = await this.rehearsals.rehearse(by, body, true);
    const rows = rehearsalRows(view, calendar);
    await sendTable(reply, {
      name: `预演日历 ${view.title}.xlsx`,
      sheet: '日历',
      columns: rehearsalColumns,
      rows,
    });
  }
}
