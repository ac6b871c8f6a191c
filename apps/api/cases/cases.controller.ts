import { Controller, Get, Inject, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { actFormQuery, actFormView, casePage, caseQuery, caseView } from '#contracts/case';
import type { ActFormQuery, ActFormView, CaseLine, CaseQuery, CaseView } from '#contracts/case';
import { timelineEntry, timelineView } from '#contracts/timeline';
import type { TimelineView } from '#contracts/timeline';
import { idParam } from '#contracts/page';
import type { Page } from '#contracts/page';
import { EntityManager } from '#db/orm';
import { actForm } from '#db/queries/cases/act-form';
import { caseView as viewOfCase } from '#db/queries/cases/case-view';
import { register } from '#db/queries/cases/register';
import { timeline } from '#db/queries/cases/timeline';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';
import { caseReaders } from './readers.ts';

@ApiTags('事项')
@Controller('cases')
@May(...caseReaders)
export class CasesController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'cases', summary: '登记簿' })
  @ApiOkResponse({ standardSchema: casePage })
  @SerializeOptions({ schema: casePage })
  list(
    @Current() { actor }: Signed,
    @Query({ schema: caseQuery }) query: CaseQuery,
  ): Promise<Page<CaseLine>> {
    return register(this.em, this.clock, actor, query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'case', summary: '事项' })
  @ApiOkResponse({ standardSchema: caseView })
  @SerializeOptions({ schema: caseView })
  get(@Current() { actor }: Signed, @Param('id', { schema: idParam }) id: string): Promise<CaseView> {
    return viewOfCase(this.em, this.clock, actor, id);
  }

  @Get(':id/timeline')
  @ApiOperation({ operationId: 'timeline', summary: '办理过程' })
  @ApiOkResponse({ standardSchema: timelineView })
  @SerializeOptions({ schema: timelineEntry })
  timeline(
    @Current() { actor }: Signed,
    @Param('id', { schema: idParam }) id: string,
  ): Promise<TimelineView> {
    return timeline(this.em, actor, id);
  }

  @Get(':id/forms/:action')
  @ApiOperation({ operationId: 'actForm', summary: '办理表单' })
  @ApiOkResponse({ standardSchema: actFormView })
  @SerializeOptions({ schema: actFormView })
  form(
    @Current() { actor }: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Param('action') action: string,
    @Query({ schema: actFormQuery }) query: ActFormQuery,
  ): Promise<ActFormView> {
    return actForm(this.em, this.clock, actor, { caseId: id, action, ...query });
  }
}
