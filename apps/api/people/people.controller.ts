import { Controller, Get, Inject, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { idParam } from '#contracts/page';
import type { Page } from '#contracts/page';
import { personPage, personQuery, personView, phoneView } from '#contracts/person';
import type { PersonQuery, PersonView } from '#contracts/person';
import { revealPhone } from '#db/commands/people';
import { EntityManager } from '#db/orm';
import * as queries from '#db/queries/people';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Who } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';

/** The auditor reads the log only; a third-party evaluator reads what it was given. */
const readers: [Who, ...Who[]] = [
  ...(['inspector', 'section-head', 'legal-reviewer', 'leader', 'chief-leader', 'archivist'] as const),
  ...(['liaison', 'principal', 'clerk', 'department', 'system-admin', 'security-admin'] as const),
];

@ApiTags('人员')
@Controller('people')
@May(...readers)
export class PeopleController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'people', summary: '人员列表' })
  @ApiOkResponse({ standardSchema: personPage })
  @SerializeOptions({ schema: personPage })
  list(
    @Current() { actor }: Signed,
    @Query({ schema: personQuery }) query: PersonQuery,
  ): Promise<Page<PersonView>> {
    return queries.people(this.em, this.clock, actor, query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'person', summary: '人员' })
  @ApiOkResponse({ standardSchema: personView })
  @SerializeOptions({ schema: personView })
  get(@Current() { actor }: Signed, @Param('id', { schema: idParam }) id: string): Promise<PersonView> {
    return queries.person(this.em, this.clock, actor, id);
  }

  @Get(':id/phone')
  @ApiOperation({ operationId: 'personPhone', summary: '查看完整电话（记入日志）' })
  @ApiOkResponse({ standardSchema: phoneView })
  @SerializeOptions({ schema: phoneView })
  phone(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
  ): Promise<{ phone: string | null }> {
    return revealPhone(this.em, this.clock, by, id);
  }
}
