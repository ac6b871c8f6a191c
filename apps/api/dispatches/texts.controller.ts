import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
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
import { fileTypes } from '#files/file-type';
import { fileHeaders } from '#api/files/file-header';
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

  @Get('docx')
  @ApiOperation({ operationId: 'dispatchTextDocx', summary: '最近保存的文稿（Word），版式与文书相同' })
  @ApiOkResponse({ content: { [fileTypes.docx.mime]: { schema: { type: 'string', format: 'binary' } } } })
  async docx(
    @Current() { actor }: Signed,
    @Param('id', path) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, bytes } = await this.drafts.docx(actor, id);
    void reply.headers({ ...fileHeaders('docx', `${name}（草稿）.docx`, true), 'accept-ranges': 'none' });
    return void reply.send(Buffer.from(bytes));
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
