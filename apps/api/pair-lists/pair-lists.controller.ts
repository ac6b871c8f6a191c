import { Body, Controller, Get, HttpCode, Inject, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { actReceipt, type ActReceipt } from '#contracts/case';
import { idParam } from '#contracts/page';
import {
  launchBody,
  pairListBody,
  pairListLines,
  pairListView,
  pairMatchBody,
  pairSideBody,
} from '#contracts/pair-list';
import type {
  PairListBody,
  PairListLine,
  PairListView,
  PairMatchBody,
  PairSideBody,
} from '#contracts/pair-list';
import { keepPairList, matchPair } from '#db/commands/pair-lists';
import { reportUnknown } from '#db/commands/pair-lists-unknown';
import { EntityManager } from '#db/orm';
import { bureauRoles } from '#domain/role';
import { recentPairLists } from '#db/queries/pair-lists/recent';
import { pairList } from '#db/queries/pair-lists/view';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Who } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import type { Files } from '#api/files/files';
import { CLOCK, FILES } from '#api/parts.module';
import { Unkeyed } from '#api/once/unkeyed';
import { givenPairs } from './given-pairs.ts';
import { readLaunchForm } from './launch-form.ts';
import { Launching } from './launching.ts';

const bureau = bureauRoles as unknown as [Who, ...Who[]];

@ApiTags('结对名单')
@Controller('pair-lists')
@May('inspector')
export class PairListsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(FILES) private readonly files: Files,
    private readonly launching: Launching,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'pairLists', summary: '我最近核对的名单' })
  @ApiOkResponse({ standardSchema: pairListLines })
  @SerializeOptions({ schema: pairListLines })
  list(@Current() { personId }: Signed): Promise<{ items: PairListLine[] }> {
    return recentPairLists(this.em, personId);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'checkPairList', summary: '核对名单，不发起' })
  @ApiOkResponse({ standardSchema: pairListView })
  @SerializeOptions({ schema: pairListView })
  async check(
    @Current() by: Signed,
    @Body({ schema: pairListBody }) body: PairListBody,
  ): Promise<PairListView> {
    const form = readLaunchForm(body.form);
    const given = await givenPairs(this.em, this.files.store, by.actor, body);
    return keepPairList(this.em, this.clock, by.personId, { form, ...given });
  }

  /** Who signs a campaign reads its list before. */
  @Get(':id')
  @May(...bureau)
  @ApiOperation({ operationId: 'pairList', summary: '名单及其核对结果，每次重新核对' })
  @ApiOkResponse({ standardSchema: pairListView })
  @SerializeOptions({ schema: pairListView })
  get(@Param('id', { schema: idParam }) id: string): Promise<PairListView> {
    return pairList(this.em, this.clock, id);
  }

  @Post(':id/match')
  @HttpCode(200)
  @ApiOperation({ operationId: 'matchPair', summary: '为名单中的一处指定医院' })
  @ApiOkResponse({ standardSchema: pairListView })
  @SerializeOptions({ schema: pairListView })
  match(
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: pairMatchBody }) body: PairMatchBody,
  ): Promise<PairListView> {
    return matchPair(this.em, this.clock, id, body);
  }

  @Post(':id/report-unknown')
  @HttpCode(204)
  @ApiOperation({ operationId: 'reportUnknownHospital', summary: '把名册中没有的医院送系统管理员登记' })
  @ApiNoContentResponse()
  report(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: pairSideBody }) body: PairSideBody,
  ): Promise<void> {
    return reportUnknown(this.em, this.clock, by, id, body);
  }

  @Post(':id/launch')
  @Unkeyed('own-id')
  @HttpCode(200)
  @ApiOperation({ operationId: 'launchPairList', summary: '发起批次；同一名单只发起一次' })
  @ApiOkResponse({ standardSchema: actReceipt })
  @SerializeOptions({ schema: actReceipt })
  launch(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: launchBody }) { actId }: { actId: string },
  ): Promise<ActReceipt> {
    return this.launching.launch(by, id, actId);
  }
}
