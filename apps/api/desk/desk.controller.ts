import { Controller, Get, Inject, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import type { TodoLine } from '#contracts/case';
import { deskView, todoPage, todoQuery } from '#contracts/desk';
import type { DeskView, TodoQuery } from '#contracts/desk';
import type { Page } from '#contracts/page';
import { EntityManager } from '#db/orm';
import { desk } from '#db/queries/cases/desk';
import { todos } from '#db/queries/cases/todos';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';

@ApiTags('工作台')
@Controller()
@May('signed-in')
export class DeskController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('desk')
  @ApiOperation({ operationId: 'desk', summary: '工作台' })
  @ApiOkResponse({ standardSchema: deskView })
  @SerializeOptions({ schema: deskView })
  desk(@Current() { actor }: Signed): Promise<DeskView> {
    return desk(this.em, this.clock, actor);
  }

  @Get('todos')
  @ApiOperation({ operationId: 'todos', summary: '待办列表' })
  @ApiOkResponse({ standardSchema: todoPage })
  @SerializeOptions({ schema: todoPage })
  todos(
    @Current() { actor }: Signed,
    @Query({ schema: todoQuery }) query: TodoQuery,
  ): Promise<Page<TodoLine>> {
    return todos(this.em, this.clock, actor, query);
  }
}
