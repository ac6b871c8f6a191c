import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { words } from '#contracts/page';
import { wordingPaper, wordingPreview, wordingPreviewBody, wordings } from '#contracts/wording';
import type { WordingPaper, WordingPreview, Wordings, WordingText } from '#contracts/wording';
import { concernedBy } from '#domain/draft-sorts';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Who } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { Unkeyed } from '#api/once/unkeyed';
import { WordingChecks } from './wording-checks.ts';
import { WordingDesk } from './wording-desk.ts';

export const wordingReaders = concernedBy('wording') as [Who, ...Who[]];

@ApiTags('文书措辞')
@Controller('wording/papers')
@May(...wordingReaders)
export class WordingController {
  constructor(
    private readonly desk: WordingDesk,
    private readonly checks: WordingChecks,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'wordings', summary: '各种文书现行的和将要生效的措辞' })
  @ApiOkResponse({ standardSchema: wordings })
  @SerializeOptions({ schema: wordings })
  list(): Promise<Wordings> {
    return this.desk.list();
  }

  @Get(':code')
  @ApiOperation({ operationId: 'wordingPaper', summary: '一种文书的措辞、可以写入的内容和历次版本' })
  @ApiOkResponse({ standardSchema: wordingPaper })
  @SerializeOptions({ schema: wordingPaper })
  get(
    @Current() { actor }: Signed,
    @Param('code', { schema: words(60) }) code: string,
  ): Promise<WordingPaper> {
    return this.desk.paper(actor, code);
  }

  /** Changes nothing: what somebody is typing, with the example of the paper. */
  @Post(':code/preview')
  @Unkeyed('reads')
  @HttpCode(200)
  @ApiOperation({ operationId: 'wordingPreview', summary: '按示例内容预览正在起草的措辞，并指出问题' })
  @ApiOkResponse({ standardSchema: wordingPreview })
  @SerializeOptions({ schema: wordingPreview })
  preview(
    @Param('code', { schema: words(60) }) code: string,
    @Body({ schema: wordingPreviewBody }) { lines }: WordingText,
  ): Promise<WordingPreview> {
    return this.checks.preview(code, this.checks.sourceOf(code, lines));
  }
}
