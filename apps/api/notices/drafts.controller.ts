import { Body, Controller, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { draftBody, draftPages, type DraftBody, type DraftPages } from '#contracts/notice';
import { idParam, words } from '#contracts/page';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { caseReaders } from '#api/cases/readers';
import { Unkeyed } from '#api/once/unkeyed';
import { DraftReader } from './draft-reader.ts';

@ApiTags('文书')
@Controller('cases/:id/drafts/:action')
@May(...caseReaders)
export class DraftsController {
  constructor(private readonly drafts: DraftReader) {}

  /** Changes nothing; what is filled in has no place in an address, which ends up in logs. */
  @Post()
  @Unkeyed('reads')
  @HttpCode(200)
  @ApiOperation({ operationId: 'draftSvg', summary: '将要签署的文书草稿各页的 SVG' })
  @ApiOkResponse({ standardSchema: draftPages })
  @SerializeOptions({ schema: draftPages })
  svg(
    @Current() { actor }: Signed,
    @Param('id', { schema: idParam }) caseId: string,
    @Param('action', { schema: words(60) }) action: string,
    @Body({ schema: draftBody }) { form, nth }: DraftBody,
  ): Promise<DraftPages> {
    return this.drafts.svg(actor, { caseId, action, form, nth });
  }
}
