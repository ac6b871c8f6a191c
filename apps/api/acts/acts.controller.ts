import { Body, Controller, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { actBody, actReceipt, provenPapers } from '#contracts/case';
import type { ActBody, ActReceipt, ProvenPapers } from '#contracts/case';
import { idParam } from '#contracts/page';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { Unkeyed } from '#api/once/unkeyed';
import { HandIn } from './hand-in.ts';
import { Proving } from './proving.ts';

@ApiTags('办理')
@Controller('cases/:id/acts')
@May('signed-in')
export class ActsController {
  constructor(
    private readonly handIn: HandIn,
    private readonly proving: Proving,
  ) {}

  @Post()
  @Unkeyed('own-id')
  @HttpCode(200)
  @ApiOperation({ operationId: 'act', summary: '办理一个步骤；同一办理编号重复提交只办理一次' })
  @ApiOkResponse({ standardSchema: actReceipt })
  @SerializeOptions({ schema: actReceipt })
  act(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: actBody }) body: ActBody,
  ): Promise<ActReceipt> {
    return this.handIn.act(by, id, body);
  }

  @Post('proofs')
  @Unkeyed('own-id')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'provePapers',
    summary: '签发前先排版校验所要印发的文书，每次校验一部分；不办理，重复提交接着校验',
  })
  @ApiOkResponse({ standardSchema: provenPapers })
  @SerializeOptions({ schema: provenPapers })
  prove(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: actBody }) body: ActBody,
  ): Promise<ProvenPapers> {
    return this.proving.some(by, id, body);
  }
}
