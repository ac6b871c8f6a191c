import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Clock } from '#config/clock';
import { idParam } from '#contracts/page';
import { newAccount, resetPassword } from '#contracts/person';
import type { NewAccount } from '#contracts/person';
import * as accounts from '#db/commands/accounts';
import * as passwords from '#db/commands/passwords';
import { EntityManager } from '#db/orm';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';

const Id = () => Param('id', { schema: idParam });

@ApiTags('账号')
@Controller('people/:id/account')
@May('system-admin')
export class AccountsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({ operationId: 'createAccount', summary: '开通账号' })
  @ApiNoContentResponse()
  create(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: newAccount }) body: NewAccount,
  ): Promise<void> {
    return accounts.createAccount(this.em, this.clock, by, id, body);
  }

  @Post('password')
  @HttpCode(204)
  @ApiOperation({ operationId: 'resetPassword', summary: '重设密码（下次登录须修改）' })
  @ApiNoContentResponse()
  reset(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: resetPassword }) { password }: z.infer<typeof resetPassword>,
  ): Promise<void> {
    return passwords.resetPassword(this.em, this.clock, by, id, password);
  }

  @Post('disable')
  @HttpCode(204)
  @ApiOperation({ operationId: 'disableAccount', summary: '停用账号' })
  @ApiNoContentResponse()
  disable(@Current() by: Signed, @Id() id: string): Promise<void> {
    return accounts.disableAccount(this.em, this.clock, by, id);
  }

  @Post('enable')
  @HttpCode(204)
  @ApiOperation({ operationId: 'enableAccount', summary: '恢复账号' })
  @ApiNoContentResponse()
  enable(@Current() by: Signed, @Id() id: string): Promise<void> {
    return accounts.enableAccount(this.em, this.clock, by, id);
  }

  @Post('unlock')
  @HttpCode(204)
  @ApiOperation({ operationId: 'unlockAccount', summary: '解除锁定' })
  @ApiNoContentResponse()
  unlock(@Current() by: Signed, @Id() id: string): Promise<void> {
    return accounts.unlockAccount(this.em, this.clock, by, id);
  }
}
