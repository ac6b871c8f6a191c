import { Body, Controller, Get, HttpCode, Inject, Put, SerializeOptions } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { editSettings, settingsView } from '#contracts/settings';
import type { EditSettings, SettingsView } from '#contracts/settings';
import * as commands from '#db/commands/settings';
import { EntityManager } from '#db/orm';
import { settingsOf } from '#db/queries/settings';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK, MAIL_FROM } from '#api/parts.module';

@ApiTags('登录')
@Controller('settings')
@May('signed-in')
export class SettingsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MAIL_FROM) private readonly from: string | undefined,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'settings', summary: '我的设置' })
  @ApiOkResponse({ standardSchema: settingsView })
  @SerializeOptions({ schema: settingsView })
  get(@Current() { personId }: Signed): Promise<SettingsView> {
    return settingsOf(this.em, personId, this.from !== undefined);
  }

  @Put()
  @HttpCode(204)
  @ApiOperation({ operationId: 'editSettings', summary: '修改我的设置' })
  @ApiNoContentResponse()
  edit(@Current() by: Signed, @Body({ schema: editSettings }) body: EditSettings): Promise<void> {
    return commands.editSettings(this.em, this.clock, by, body);
  }
}
