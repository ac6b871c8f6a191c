import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { z } from 'zod';
import type { Clock } from '#config/clock';
import { created, idParam } from '#contracts/page';
import type { Created } from '#contracts/page';
import { newSavedView, renameSavedView, savedViewList, savedViewQuery } from '#contracts/saved-view';
import type { NewSavedView } from '#contracts/saved-view';
import * as commands from '#db/commands/saved-views';
import { EntityManager } from '#db/orm';
import { savedViews } from '#db/queries/saved-views';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';

const Id = () => Param('id', { schema: idParam });

/** Everybody’s own; they open nothing that he may not see. */
@ApiTags('常用筛选')
@Controller('saved-views')
@May('signed-in')
export class SavedViewsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'savedViews', summary: '我在一个列表上的常用筛选' })
  @ApiOkResponse({ standardSchema: savedViewList })
  @SerializeOptions({ schema: savedViewList })
  async list(
    @Current() { personId }: Signed,
    @Query({ schema: savedViewQuery }) { page }: z.infer<typeof savedViewQuery>,
  ): Promise<z.infer<typeof savedViewList>> {
    return { items: await savedViews(this.em, personId, page) };
  }

  @Post()
  @ApiOperation({ operationId: 'saveView', summary: '保存常用筛选' })
  @ApiCreatedResponse({ standardSchema: created })
  @SerializeOptions({ schema: created })
  async save(
    @Current() { personId }: Signed,
    @Body({ schema: newSavedView }) body: NewSavedView,
  ): Promise<Created> {
    return { id: await commands.saveView(this.em, this.clock, personId, body) };
  }

  @Patch(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'renameView', summary: '改名' })
  @ApiNoContentResponse()
  rename(
    @Current() { personId }: Signed,
    @Id() id: string,
    @Body({ schema: renameSavedView }) { name }: z.infer<typeof renameSavedView>,
  ): Promise<void> {
    return commands.renameView(this.em, personId, id, name);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeView', summary: '删除常用筛选' })
  @ApiNoContentResponse()
  remove(@Current() { personId }: Signed, @Id() id: string): Promise<void> {
    return commands.removeView(this.em, this.clock, personId, id);
  }
}
