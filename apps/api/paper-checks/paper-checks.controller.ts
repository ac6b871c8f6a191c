import { Body, Controller, HttpCode, Inject, Post, Req, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '#config/clock';
import type { Vault } from '#config/vault';
import { paperCheck, paperCheckBody } from '#contracts/paper-check';
import type { PaperCheck, PaperCheckBody } from '#contracts/paper-check';
import { checkPaper } from '#db/commands/check-paper';
import { EntityManager } from '#db/orm';
import { May } from '#api/access/may';
import { Unkeyed } from '#api/once/unkeyed';
import { CLOCK, VAULT } from '#api/parts.module';
import { networkOf } from './network-of.ts';

@ApiTags('文书查验')
@Controller('paper-checks')
export class PaperChecksController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  @Post()
  @Unkeyed('reads')
  @HttpCode(200)
  @May('anyone')
  @ApiOperation({ operationId: 'checkPaper', summary: '凭校验码查验文书' })
  @ApiOkResponse({ standardSchema: paperCheck })
  @SerializeOptions({ schema: paperCheck })
  check(
    @Body({ schema: paperCheckBody }) body: PaperCheckBody,
    @Req() { ip, id: requestId }: FastifyRequest,
  ): Promise<PaperCheck> {
    const address = this.vault.digest(`check ${networkOf(ip)}`);
    return checkPaper(this.em, this.clock, { ...body, address, requestId });
  }
}
