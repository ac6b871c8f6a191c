import { Body, Controller, Get, HttpCode, Inject, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { actFormView, actReceipt, type ActFormView, type ActReceipt } from '#contracts/case';
import { openingBody, type OpeningBody } from '#contracts/commitment';
import { dispatchPage, dispatchQuery, type DispatchPage, type DispatchQuery } from '#contracts/dispatch';
import { EntityManager } from '#db/orm';
import { dispatches } from '#db/queries/cases/dispatch/register';
import { replaceable } from '#db/queries/cases/dispatch/replaceable';
import { bureauRoles } from '#domain/role';
import { rulesInForce } from '#db/queries/rule-book';
import { Current } from '#api/access/current';
import { May, type Who } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { openingFormView } from '#api/commitments/issue-form';
import { Opening } from '#api/commitments/opening';
import { Unkeyed } from '#api/once/unkeyed';
import { CLOCK } from '#api/parts.module';

const [first, ...others] = bureauRoles as unknown as [Who, ...Who[]];

@ApiTags('发文')
@Controller()
export class DispatchesController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly opening: Opening,
  ) {}

  @Get('dispatches')
  @May(first, ...others)
  @ApiOperation({
    operationId: 'dispatches',
    summary: '发文：我起草的、待审核、待签发、已印发、已作废，附各类数量',
  })
  @ApiOkResponse({ standardSchema: dispatchPage })
  @SerializeOptions({ schema: dispatchPage })
  list(
    @Current() { actor }: Signed,
    @Query({ schema: dispatchQuery }) query: DispatchQuery,
  ): Promise<DispatchPage> {
    return dispatches(this.em, this.clock, actor, query);
  }

  @Get('forms/dispatch')
  @May('inspector', 'section-head')
  @ApiOperation({ operationId: 'draftForm', summary: '起草文书的表单' })
  @ApiOkResponse({ standardSchema: actFormView })
  @SerializeOptions({ schema: actFormView })
  async form(): Promise<ActFormView> {
    const today = this.clock.today();
    const { deadline: rules } = await rulesInForce(this.em);
    return openingFormView('dispatch', { rules, today }, { noticeId: await replaceable(this.em) }, {});
  }

  @Post('dispatches')
  @Unkeyed('own-id')
  @HttpCode(200)
  @May('inspector', 'section-head')
  @ApiOperation({ operationId: 'draftPaper', summary: '起草文书；同一办理编号重复提交只立一件' })
  @ApiOkResponse({ standardSchema: actReceipt })
  @SerializeOptions({ schema: actReceipt })
  draft(@Current() by: Signed, @Body({ schema: openingBody }) body: OpeningBody): Promise<ActReceipt> {
    return this.opening.draft(by, body);
  }
}
