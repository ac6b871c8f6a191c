import { Body, Controller, Get, HttpCode, Inject, Post, Put, SerializeOptions } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import type { Vault } from '#config/vault';
import { conflict } from '#contracts/problem';
import { editSettings, emailCode, settingsView } from '#contracts/settings';
import type { EditSettings, EmailCode, SettingsView } from '#contracts/settings';
import { confirmEmail, sendEmailCode } from '#db/commands/email-codes';
import * as commands from '#db/commands/settings';
import { EntityManager } from '#db/orm';
import { settingsOf } from '#db/queries/settings';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { Unkeyed } from '#api/once/unkeyed';
import { CLOCK, MAIL_FROM, VAULT } from '#api/parts.module';

@ApiTags('登录')
@Controller('settings')
@May('signed-in')
export class SettingsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MAIL_FROM) private readonly from: string | undefined,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'settings', summary: '我的设置' })
  @ApiOkResponse({ standardSchema: settingsView })
  @SerializeOptions({ schema: settingsView })
  get(@Current() { personId }: Signed): Promise<SettingsView> {
    return settingsOf(this.em, personId, { mailOn: this.from !== undefined, now: this.clock.now() });
  }

  @Put()
  @HttpCode(204)
  @ApiOperation({ operationId: 'editSettings', summary: '修改我的设置' })
  @ApiNoContentResponse()
  edit(@Current() by: Signed, @Body({ schema: editSettings }) body: EditSettings): Promise<void> {
    return commands.editSettings(this.em, this.clock, by, body);
  }

  @Post('email-code')
  @HttpCode(204)
  @ApiOperation({ operationId: 'sendEmailCode', summary: '向登记的邮箱发验证码' })
  @ApiNoContentResponse()
  async sendCode(@Current() by: Signed): Promise<void> {
    if (this.from === undefined) throw conflict('本系统还没有配置邮件服务器，发不出验证码。', 'no-mail');
    await sendEmailCode(this.em, this.clock, this.vault, by);
  }

  // A wrong code counts although it is refused: that must not be rolled back.
  @Post('email-confirmation')
  @Unkeyed('own-way')
  @HttpCode(204)
  @ApiOperation({ operationId: 'confirmEmail', summary: '填写验证码，确认邮箱' })
  @ApiNoContentResponse()
  confirm(@Current() by: Signed, @Body({ schema: emailCode }) { code }: EmailCode): Promise<void> {
    return confirmEmail(this.em, this.clock, this.vault, by, code);
  }
}
