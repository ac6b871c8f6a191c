import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { created, idParam } from '#contracts/page';
import type { Created } from '#contracts/page';
import { wordingChange, wordingDraftView, wordingPages, wordingProposal } from '#contracts/wording';
import type { WordingChange, WordingDraftView, WordingPages, WordingProposal } from '#contracts/wording';
import { draftSorts } from '#domain/draft-sorts';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Who } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { wordingReaders } from './wording.controller.ts';
import { WordingDesk } from './wording-desk.ts';

const proposers = [...draftSorts.wording.proposers] as [Who, ...Who[]];

@ApiTags('文书措辞')
@Controller('wording/drafts')
@May(...proposers)
export class WordingDraftsController {
  constructor(private readonly desk: WordingDesk) {}

  @Post()
  @ApiOperation({ operationId: 'proposeWording', summary: '起草一种文书的措辞，或者恢复自带的措辞' })
  @ApiCreatedResponse({ standardSchema: created })
  @SerializeOptions({ schema: created })
  open(@Current() by: Signed, @Body({ schema: wordingProposal }) body: WordingProposal): Promise<Created> {
    return this.desk.propose(by, body);
  }

  @Get(':id')
  @May(...wordingReaders)
  @ApiOperation({ operationId: 'wordingDraft', summary: '一份措辞草稿：原来的和新的' })
  @ApiOkResponse({ standardSchema: wordingDraftView })
  @SerializeOptions({ schema: wordingDraftView })
  get(@Current() { actor }: Signed, @Param('id', { schema: idParam }) id: string): Promise<WordingDraftView> {
    return this.desk.draft(actor, id);
  }

  @Get(':id/pages')
  @May(...wordingReaders)
  @ApiOperation({ operationId: 'wordingPages', summary: '按示例内容，原来的和新的各页的 SVG' })
  @ApiOkResponse({ standardSchema: wordingPages })
  @SerializeOptions({ schema: wordingPages })
  pages(@Current() { actor }: Signed, @Param('id', { schema: idParam }) id: string): Promise<WordingPages> {
    return this.desk.pages(actor, id);
  }

  @Post(':id/text')
  @HttpCode(204)
  @ApiOperation({ operationId: 'changeWording', summary: '修改草稿' })
  @ApiNoContentResponse()
  change(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: wordingChange }) body: WordingChange,
  ): Promise<void> {
    return this.desk.change(by, id, body);
  }
}
