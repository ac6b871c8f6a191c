import { Body, Controller, Get, HttpCode, Inject, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { actFormView, actReceipt, type ActFormView, type ActReceipt } from '#contracts/case';
import { commitmentPage, commitmentQuery, openingBody } from '#contracts/commitment';
import type { CommitmentPage, CommitmentQuery, OpeningBody } from '#contracts/commitment';
import { EntityManager } from '#db/orm';
import { ledger } from '#db/queries/cases/commitment/ledger';
import { ownerOptions } from '#db/queries/cases/commitment/owners';
import { rulesInForce } from '#db/queries/rule-book';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { caseReaders } from '#api/cases/readers';
import { CLOCK } from '#api/parts.module';
import { Unkeyed } from '#api/once/unkeyed';
import { openingFormView } from './issue-form.ts';
import { Opening } from './opening.ts';

@ApiTags('台账事项')
@Controller()
export class CommitmentsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly opening: Opening,
  ) {}

  @Get('commitments')
  @May(...caseReaders)
  @ApiOperation({ operationId: 'commitments', summary: '台账：按责任单位、来源、颜色、期限筛选，附各色数量' })
  @ApiOkResponse({ standardSchema: commitmentPage })
  @SerializeOptions({ schema: commitmentPage })
  list(
    @Current() { actor }: Signed,
    @Query({ schema: commitmentQuery }) query: CommitmentQuery,
  ): Promise<CommitmentPage> {
    return ledger(this.em, this.clock, actor, query);
  }

  @Get('forms/commitment')
  @May('inspector', 'section-head')
  @ApiOperation({ operationId: 'issueForm', summary: '下达台账事项的表单' })
  @ApiOkResponse({ standardSchema: actFormView })
  @SerializeOptions({ schema: actFormView })
  async form(): Promise<ActFormView> {
    const today = this.clock.today();
    const owner = await ownerOptions(this.em, today);
    const { deadline: rules } = await rulesInForce(this.em);
    return openingFormView(
      'commitment',
      { rules, today },
      { owner, helpers: owner, holder: [] },
      { limit: 'month' },
    );
  }

  @Post('commitments')
  @Unkeyed('own-id')
  @HttpCode(200)
  @May('inspector', 'section-head')
  @ApiOperation({ operationId: 'issue', summary: '下达台账事项；同一办理编号重复提交只下达一次' })
  @ApiOkResponse({ standardSchema: actReceipt })
  @SerializeOptions({ schema: actReceipt })
  issue(@Current() by: Signed, @Body({ schema: openingBody }) body: OpeningBody): Promise<ActReceipt> {
    return this.opening.issue(by, body);
  }
}
