import { Controller, Get, Inject, Param, Post, Query, Req, Res, SerializeOptions } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#config/clock';
import { downloadQuery, uploadQuery, uploadedFiles } from '#contracts/file';
import type { DownloadQuery, UploadQuery, UploadedFiles } from '#contracts/file';
import { idParam } from '#contracts/page';
import { EntityManager } from '#db/orm';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { Once } from '#api/once/once';
import { CLOCK, FILES } from '#api/parts.module';
import { Unkeyed } from '#api/once/unkeyed';
import type { Files } from './files.ts';
import { sendFile } from './send-file.ts';
import { uploadFiles } from './upload-files.ts';

@ApiTags('文件')
@Controller('files')
export class FilesController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(FILES) private readonly files: Files,
    private readonly once: Once,
  ) {}

  @Post()
  @Unkeyed('own-way')
  @May(
    ...(['inspector', 'section-head', 'legal-reviewer', 'leader', 'chief-leader', 'archivist'] as const),
    // The system administrator uploads tables of organisations.
    ...(['liaison', 'principal', 'clerk', 'department', 'system-admin'] as const),
  )
  @ApiOperation({ operationId: 'uploadFiles', summary: '上传文件' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
      required: ['file'],
    },
  })
  @ApiCreatedResponse({ standardSchema: uploadedFiles })
  @SerializeOptions({ schema: uploadedFiles })
  upload(
    @Current() { actor }: Signed,
    @Req() request: FastifyRequest,
    @Query({ schema: uploadQuery }) { orgId }: UploadQuery,
  ): Promise<UploadedFiles> {
    return uploadFiles(this.em, this.clock, { ...this.files, once: this.once }, { actor, orgId, request });
  }

  @Get(':id')
  @May('signed-in')
  @ApiOperation({ operationId: 'file', summary: '查看或下载文件' })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  get(
    @Current() { actor }: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: downloadQuery }) { download }: DownloadQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return sendFile(this.em, this.files.store, reply, { actor, id, download: download === 'true' });
  }
}
