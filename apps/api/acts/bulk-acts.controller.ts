import { Body, Controller, HttpCode, Inject, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { bulkBody, bulkDone, bulkOffers, bulkSelection } from '#contracts/bulk';
import type { BulkBody, BulkDone, BulkOffers, BulkSelection } from '#contracts/bulk';
import { EntityManager } from '#db/orm';
import { bulkOffersFor } from '#db/queries/cases/bulk/offers';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';
import { Unkeyed } from '#api/once/unkeyed';
import { BulkActs } from './bulk-acts.ts';

@ApiTags('办理')
@Controller('bulk-acts')
@May('signed-in')
export class BulkActsController {
  constructor(
    private readonly bulk: BulkActs,
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Unkeyed('own-id')
  @HttpCode(200)
  @ApiOperation({ operationId: 'bulkAct', summary: '批量办理：逐项办理，逐项答复' })
  @ApiOkResponse({ standardSchema: bulkDone })
  @SerializeOptions({ schema: bulkDone })
  act(@Current() by: Signed, @Body({ schema: bulkBody }) body: BulkBody): Promise<BulkDone> {
    return this.bulk.run(by, body);
  }

  @Post('offers')
  @Unkeyed('reads')
  @HttpCode(200)
  @ApiOperation({ operationId: 'bulkOffers', summary: '对所选事项可以批量办理什么' })
  @ApiOkResponse({ standardSchema: bulkOffers })
  @SerializeOptions({ schema: bulkOffers })
  offers(
    @Current() { actor }: Signed,
    @Body({ schema: bulkSelection }) selection: BulkSelection,
  ): Promise<BulkOffers> {
    return bulkOffersFor(this.em, this.clock, actor, selection);
  }
}
