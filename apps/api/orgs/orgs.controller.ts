import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { orgDetail, orgPage, orgQuery } from '#contracts/org';
import type { OrgDetail, OrgQuery, OrgView } from '#contracts/org';
import { idParam } from '#contracts/page';
import type { Page } from '#contracts/page';
import { EntityManager } from '#db/orm';
import * as queries from '#db/queries/orgs';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';

@ApiTags('机构')
@Controller('orgs')
export class OrgsController {
  constructor(private readonly em: EntityManager) {}

  @Get()
  @May('signed-in')
  @ApiOperation({ operationId: 'orgs', summary: '机构列表' })
  @ApiOkResponse({ standardSchema: orgPage })
  @SerializeOptions({ schema: orgPage })
  list(@Current() { actor }: Signed, @Query({ schema: orgQuery }) query: OrgQuery): Promise<Page<OrgView>> {
    return queries.orgs(this.em, actor, query);
  }

  @Get(':id')
  @May('signed-in')
  @ApiOperation({ operationId: 'org', summary: '机构' })
  @ApiOkResponse({ standardSchema: orgDetail })
  @SerializeOptions({ schema: orgDetail })
  get(@Current() { actor }: Signed, @Param('id', { schema: idParam }) id: string): Promise<OrgDetail> {
    return queries.orgDetail(this.em, actor, id);
  }
}
