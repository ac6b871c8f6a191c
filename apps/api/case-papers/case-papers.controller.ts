import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { idParam } from '#contracts/page';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { caseReaders } from '#api/cases/readers';
import { CasePapers } from './case-papers.ts';

const binary = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('文书')
@Controller('cases/:id')
@May(...caseReaders)
export class CasePapersController {
  constructor(private readonly papers: CasePapers) {}

  @Get('papers.pdf')
  @ApiOperation({
    operationId: 'printPapers',
    summary: '打印全套：一个 PDF，每份文书从单数页起（记入日志）',
  })
  @ApiOkResponse({ content: { 'application/pdf': binary } })
  pdf(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.papers.pdf(by, id, reply);
  }

  @Get('papers.zip')
  @ApiOperation({
    operationId: 'downloadPapers',
    summary: '下载全部：文书、附件、目录和校验值的 ZIP（记入日志）',
  })
  @ApiOkResponse({ content: { 'application/zip': binary } })
  zip(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.papers.zip(by, id, reply);
  }
}
