import { Body, Controller, Get, HttpCode, Inject, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { draftBody, draftPages, type DraftBody, type DraftPages } from '#contracts/notice';
import {
  dispatchText,
  dispatchTextBody,
  type DispatchText,
  type DispatchTextBody,
} from '#contracts/dispatch';
import { idParam } from '#contracts/page';
import { keepText } from '#db/commands/dispatch-text';
import { EntityManager } from '#db/orm';
import { dispatchTextOf } from '#db/queries/cases/dispatch/text';
import { bureauRoles } from '#domain/role';
import { Current } from '#api/access/current';
import { May, type Who } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { DraftReader } from '#api/notices/draft-reader';
import { Unkeyed } from '#api/once/unkeyed';
import { storableForm } from './storable-form.ts';
import { CLOCK } from '#api/parts.module';

const [first, ...others] = bureauRoles as unknown as [Who, ...Who[]];
const path = { schema: idParam };

/** The text of a draft: its drafter's to write, the bureau's to read. */
@ApiTags('发文')
@Controller('dispatches/:id/text')
@May(first, ...others)
export class TextsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly drafts: DraftReader,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'dispatchText', summary: '文稿及其表单、意见和批注' })
  @ApiOkResponse({ standardSchema: dispatchText })
  @SerializeOptions({ schema: dispatchText })
  get(@Current() { actor }: Signed, @Param('id', path) id: string): Promise<DispatchText> {
    return dispatchTextOf(this.em, this.clock, actor, id);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'keepDispatchText', summary: '保存文稿（另存一版）；相同内容重复提交不变' })
  @ApiOkResponse({ standardSchema: dispatchText })
  @SerializeOptions({ schema: dispatchText })
  async keep(
    @Current() by: Signed,
    @Param('id', path) id: string,
    @Body({ schema: dispatchTextBody }) { version, form }: DispatchTextBody,
  ): Promise<DispatchText> {
    await keepText(this.em, this.clock, by, id, { version, form: storableForm(form) });
    return dispatchTextOf(this.em, this.clock, by.actor, id);
  }

  /** Changes nothing; what is typed has no place in an address, which ends up in logs. */
  @Post('preview')
  @Unkeyed('reads')
  @HttpCode(200)
  @ApiOperation({ operationId: 'previewDispatchText', summary: '按已填内容排成的文书各页的 SVG' })
  @ApiOkResponse({ standardSchema: draftPages })
  @SerializeOptions({ schema: draftPages })
  preview(
    @Current() { actor }: Signed,
    @Param('id', path) caseId: string,
    @Body({ schema: draftBody }) { form, nth }: DraftBody,
  ): Promise<DraftPages> {
    return this.drafts.text(actor, { caseId, form: storableForm(form), nth });
  }
}
