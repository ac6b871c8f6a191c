import { Body, Controller, HttpCode, Inject, Param, Patch, Post, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Clock } from '#config/clock';
import { addAlias, editOrg, mergeOrg, moveOrg, newOrg, ofVersion, renameOrg } from '#contracts/org';
import type { EditOrg, MergeOrg, MoveOrg, NewOrg, RenameOrg } from '#contracts/org';
import { created, idParam } from '#contracts/page';
import type { Created } from '#contracts/page';
import * as orgs from '#db/commands/orgs';
import * as retiring from '#db/commands/retire-org';
import { EntityManager } from '#db/orm';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';

const Id = () => Param('id', { schema: idParam });

@ApiTags('机构')
@Controller('orgs')
@May('system-admin')
export class OrgChangesController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'createOrg', summary: '新建机构' })
  @ApiCreatedResponse({ standardSchema: created })
  @SerializeOptions({ schema: created })
  async create(@Current() by: Signed, @Body({ schema: newOrg }) body: NewOrg): Promise<Created> {
    return { id: await orgs.createOrg(this.em, this.clock, by, body) };
  }

  @Patch(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'editOrg', summary: '修改机构信息' })
  @ApiNoContentResponse()
  edit(@Current() by: Signed, @Id() id: string, @Body({ schema: editOrg }) body: EditOrg): Promise<void> {
    return orgs.editOrg(this.em, this.clock, by, id, body);
  }

  @Post(':id/rename')
  @HttpCode(204)
  @ApiOperation({ operationId: 'renameOrg', summary: '更名' })
  @ApiNoContentResponse()
  rename(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: renameOrg }) body: RenameOrg,
  ): Promise<void> {
    return orgs.renameOrg(this.em, this.clock, by, id, body);
  }

  @Post(':id/aliases')
  @HttpCode(204)
  @ApiOperation({ operationId: 'addOrgAlias', summary: '增加简称' })
  @ApiNoContentResponse()
  alias(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: addAlias }) { name }: z.infer<typeof addAlias>,
  ): Promise<void> {
    return orgs.addAlias(this.em, this.clock, by, id, name);
  }

  @Post(':id/move')
  @HttpCode(204)
  @ApiOperation({ operationId: 'moveOrg', summary: '调整隶属关系' })
  @ApiNoContentResponse()
  move(@Current() by: Signed, @Id() id: string, @Body({ schema: moveOrg }) body: MoveOrg): Promise<void> {
    return orgs.moveOrg(this.em, this.clock, by, id, body);
  }

  @Post(':id/merge')
  @HttpCode(204)
  @ApiOperation({ operationId: 'mergeOrg', summary: '并入其他机构' })
  @ApiNoContentResponse()
  merge(@Current() by: Signed, @Id() id: string, @Body({ schema: mergeOrg }) body: MergeOrg): Promise<void> {
    return retiring.mergeOrg(this.em, this.clock, by, id, body);
  }

  @Post(':id/disable')
  @HttpCode(204)
  @ApiOperation({ operationId: 'disableOrg', summary: '停用机构' })
  @ApiNoContentResponse()
  disable(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: ofVersion }) { version }: z.infer<typeof ofVersion>,
  ): Promise<void> {
    return retiring.disableOrg(this.em, this.clock, by, id, version);
  }

  @Post(':id/enable')
  @HttpCode(204)
  @ApiOperation({ operationId: 'enableOrg', summary: '恢复机构' })
  @ApiNoContentResponse()
  enable(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: ofVersion }) { version }: z.infer<typeof ofVersion>,
  ): Promise<void> {
    return retiring.enableOrg(this.em, this.clock, by, id, version);
  }
}
