import { Body, Controller, Get, HttpCode, Inject, Param, Post, SerializeOptions } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { ending } from '#contracts/absence';
import type { Ending } from '#contracts/absence';
import { created, idParam } from '#contracts/page';
import type { Created } from '#contracts/page';
import { newRelation, relationsView } from '#contracts/relation';
import type { NewRelation, RelationsView } from '#contracts/relation';
import * as commands from '#db/commands/relations';
import { EntityManager } from '#db/orm';
import { relations } from '#db/queries/relations';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';

const Id = () => Param('id', { schema: idParam });

@ApiTags('回避申报')
@Controller()
@May('signed-in')
export class RelationsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('people/:id/relations')
  @ApiOperation({ operationId: 'relations', summary: '某人申报的回避关系' })
  @ApiOkResponse({ standardSchema: relationsView })
  @SerializeOptions({ schema: relationsView })
  list(@Current() { actor }: Signed, @Id() id: string): Promise<RelationsView> {
    return relations(this.em, this.clock, actor, id);
  }

  @Post('people/:id/relations')
  @ApiOperation({ operationId: 'declareRelation', summary: '申报回避关系' })
  @ApiCreatedResponse({ standardSchema: created })
  @SerializeOptions({ schema: created })
  async declare(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: newRelation }) body: NewRelation,
  ): Promise<Created> {
    return { id: await commands.declareRelation(this.em, this.clock, by, id, body) };
  }

  @Post('relations/:id/end')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endRelation', summary: '解除回避关系' })
  @ApiNoContentResponse()
  end(@Current() by: Signed, @Id() id: string, @Body({ schema: ending }) body: Ending): Promise<void> {
    return commands.endRelation(this.em, this.clock, by, id, body);
  }
}
