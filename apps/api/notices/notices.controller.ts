import { Controller, Get, Inject, Param, Query, Res, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Clock } from '#config/clock';
import { noticeLine } from '#contracts/notice';
import type { NoticeLine } from '#contracts/notice';
import { noticePages, type NoticePages } from '#contracts/notice';
import { downloadQuery } from '#contracts/file';
import type { DownloadQuery } from '#contracts/file';
import { idParam } from '#contracts/page';
import { EntityManager } from '#db/orm';
import { notice } from '#db/queries/cases/notices';
import { Current } from '#api/access/current';
import { May, type Who } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { caseReaders } from '#api/cases/readers';
import { CLOCK } from '#api/parts.module';
import { fileTypes } from '#files/file-type';
import { bureauRoles } from '#domain/role';
import { NoticeReader } from './notice-reader.ts';

const bureauReaders = bureauRoles as unknown as [Who, ...Who[]];
const docxMime = fileTypes.docx.mime;

@ApiTags('文书')
@Controller('notices/:id')
@May(...caseReaders)
export class NoticesController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly reader: NoticeReader,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'notice', summary: '文书' })
  @ApiOkResponse({ standardSchema: noticeLine })
  @SerializeOptions({ schema: noticeLine })
  get(@Current() { actor }: Signed, @Param('id', { schema: idParam }) id: string): Promise<NoticeLine> {
    return notice(this.em, actor, id);
  }

  @Get('pdf')
  @ApiOperation({ operationId: 'noticePdf', summary: '文书的 PDF；收文单位首次打开即视为送达' })
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  pdf(
    @Current() { actor }: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: downloadQuery }) { download }: DownloadQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.reader.pdf(this.clock, actor, { id, download: download === 'true', reply });
  }

  @Get('docx')
  @May(...bureauReaders)
  @ApiOperation({
    operationId: 'noticeDocx',
    summary: '文书的编辑稿（Word），标明以印发的 PDF 为准',
  })
  @ApiOkResponse({ content: { [docxMime]: { schema: { type: 'string', format: 'binary' } } } })
  docx(
    @Current() { actor }: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.reader.docx(this.clock, actor, { id, download: true, reply });
  }

  @Get('svg')
  @ApiOperation({ operationId: 'noticeSvg', summary: '文书各页的 SVG' })
  @ApiOkResponse({ standardSchema: noticePages })
  @SerializeOptions({ schema: noticePages })
  svg(@Current() { actor }: Signed, @Param('id', { schema: idParam }) id: string): Promise<NoticePages> {
    return this.reader.svg(this.clock, actor, id);
  }
}
