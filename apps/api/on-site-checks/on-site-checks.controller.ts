import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { actFormView, actReceipt, type ActFormView, type ActReceipt } from '#contracts/case';
import { openingBody } from '#contracts/commitment';
import type { OpeningBody } from '#contracts/commitment';
import {
  checkLine,
  checkLines,
  checkQuery,
  checklistItem,
  checklistView,
  findingBody,
} from '#contracts/on-site-check';
import type {
  CheckLine,
  CheckQuery,
  ChecklistItem,
  ChecklistView,
  FindingBody,
} from '#contracts/on-site-check';
import { idParam } from '#contracts/page';
import { keepFinding } from '#db/commands/findings';
import { EntityManager } from '#db/orm';
import { ownerOptions } from '#db/queries/cases/commitment/owners';
import { checklist, checklistItem as itemOf } from '#db/queries/cases/on-site-check/checklist';
import { checks } from '#db/queries/cases/on-site-check/checks';
import { checkerOptions } from '#db/queries/cases/on-site-check/offers';
import { bureauRoles } from '#domain/role';
import { rulesInForce } from '#db/queries/rule-book';
import { Current } from '#api/access/current';
import { May, type Who } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { caseReaders } from '#api/cases/readers';
import { openingFormView } from '#api/commitments/issue-form';
import { Opening } from '#api/commitments/opening';
import { CLOCK } from '#api/parts.module';
import { Unkeyed } from '#api/once/unkeyed';

const path = { schema: idParam };
const [first, ...others] = bureauRoles as unknown as [Who, ...Who[]];

@ApiTags('现场核查')
@Controller()
export class OnSiteChecksController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly opening: Opening,
  ) {}

  @Get('on-site-checks')
  @May(...caseReaders)
  @ApiOperation({ operationId: 'onSiteChecks', summary: '现场核查：由近及远，可只看本人参加的' })
  @ApiOkResponse({ standardSchema: checkLines })
  @SerializeOptions({ schema: checkLine })
  list(@Current() { actor }: Signed, @Query({ schema: checkQuery }) query: CheckQuery): Promise<CheckLine[]> {
    return checks(this.em, actor, query);
  }

  @Get('forms/on-site-check')
  @May('inspector', 'section-head')
  @ApiOperation({ operationId: 'arrangeForm', summary: '安排现场核查的表单' })
  @ApiOkResponse({ standardSchema: actFormView })
  @SerializeOptions({ schema: actFormView })
  async form(@Current() { personId }: Signed): Promise<ActFormView> {
    const today = this.clock.today();
    const checkers = await checkerOptions(this.em, today);
    const visitedId = await ownerOptions(this.em, today, ['hospital']);
    const own = checkers.some(({ value }) => value === personId) ? [personId] : [];
    const { deadline: rules } = await rulesInForce(this.em);
    return openingFormView(
      'on-site-check',
      { rules, today },
      { checkers, visitedId },
      { on: today, checkers: own },
    );
  }

  @Post('on-site-checks')
  @Unkeyed('own-id')
  @HttpCode(200)
  @May('inspector', 'section-head')
  @ApiOperation({ operationId: 'arrange', summary: '安排现场核查；同一办理编号重复提交只安排一次' })
  @ApiOkResponse({ standardSchema: actReceipt })
  @SerializeOptions({ schema: actReceipt })
  arrange(@Current() by: Signed, @Body({ schema: openingBody }) body: OpeningBody): Promise<ActReceipt> {
    return this.opening.arrange(by, body);
  }

  @Get('cases/:id/checklist')
  @May(...caseReaders)
  @ApiOperation({ operationId: 'checklist', summary: '一次核查的检查表及已填内容' })
  @ApiOkResponse({ standardSchema: checklistView })
  @SerializeOptions({ schema: checklistView })
  checklist(@Current() { actor }: Signed, @Param('id', path) id: string): Promise<ChecklistView> {
    return checklist(this.em, actor, id);
  }

  @Post('cases/:id/findings/:item')
  @HttpCode(200)
  @May(first, ...others)
  @ApiOperation({ operationId: 'keepFinding', summary: '填写检查表的一项（另存一版）；相同内容重复提交不变' })
  @ApiOkResponse({ standardSchema: checklistItem })
  @SerializeOptions({ schema: checklistItem })
  async keep(
    @Current() by: Signed,
    @Param('id', path) id: string,
    @Param('item') item: string,
    @Body({ schema: findingBody }) body: FindingBody,
  ): Promise<ChecklistItem> {
    await keepFinding(this.em, this.clock, by, id, item, body);
    return itemOf(this.em, by.actor, id, item);
  }
}
