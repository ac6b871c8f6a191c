import { Controller, Get, Inject, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { rulesView } from '#contracts/rules';
import type { RulesView } from '#contracts/rules';
import { EntityManager } from '#db/orm';
import { rulesView as viewOfRules } from '#db/queries/rules/rules-view';
import { bureauRoles } from '#domain/role';
import { May } from '#api/access/may';
import type { Who } from '#api/access/may';
import { CLOCK } from '#api/parts.module';

const readers = [...bureauRoles, 'system-admin', 'security-admin'] as unknown as [Who, ...Who[]];

@ApiTags('规则')
@Controller('rules')
@May(...readers)
export class RulesController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'rules', summary: '各类规则：现行的、将要生效的、以前的，各有依据' })
  @ApiOkResponse({ standardSchema: rulesView })
  @SerializeOptions({ schema: rulesView })
  list(): Promise<RulesView> {
    return viewOfRules(this.em, this.clock);
  }
}
