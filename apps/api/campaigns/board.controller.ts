import { Controller, Get, Inject, Param, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { idParam } from '#contracts/page';
import { boardView } from '#contracts/pairing';
import type { BoardView } from '#contracts/pairing';
import { EntityManager } from '#db/orm';
import { board } from '#db/queries/cases/board';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { caseReaders } from '#api/cases/readers';
import { CLOCK } from '#api/parts.module';

@ApiTags('批次')
@Controller('campaigns')
@May(...caseReaders)
export class BoardController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':id/board')
  @ApiOperation({ operationId: 'board', summary: '批次看板' })
  @ApiOkResponse({ standardSchema: boardView })
  @SerializeOptions({ schema: boardView })
  board(@Current() { actor }: Signed, @Param('id', { schema: idParam }) id: string): Promise<BoardView> {
    return board(this.em, this.clock, actor, id);
  }
}
