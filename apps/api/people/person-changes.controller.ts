import { Body, Controller, HttpCode, Inject, Param, Patch, Post, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Clock } from '#config/clock';
import { ofVersion } from '#contracts/org';
import { created, idParam } from '#contracts/page';
import type { Created } from '#contracts/page';
import { editPerson, newPerson, newQualification } from '#contracts/person';
import type { EditPerson, NewPerson, NewQualification } from '#contracts/person';
import * as people from '#db/commands/people';
import { EntityManager } from '#db/orm';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';

const Id = () => Param('id', { schema: idParam });

@ApiTags('人员')
@Controller('people')
@May('system-admin')
export class PersonChangesController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'createPerson', summary: '新建人员' })
  @ApiCreatedResponse({ standardSchema: created })
  @SerializeOptions({ schema: created })
  async create(@Current() by: Signed, @Body({ schema: newPerson }) body: NewPerson): Promise<Created> {
    return { id: await people.createPerson(this.em, this.clock, by, body) };
  }

  @Patch(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'editPerson', summary: '修改人员信息' })
  @ApiNoContentResponse()
  edit(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: editPerson }) body: EditPerson,
  ): Promise<void> {
    return people.editPerson(this.em, this.clock, by, id, body);
  }

  @Post(':id/disable')
  @HttpCode(204)
  @ApiOperation({ operationId: 'disablePerson', summary: '停用人员' })
  @ApiNoContentResponse()
  disable(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: ofVersion }) { version }: z.infer<typeof ofVersion>,
  ): Promise<void> {
    return people.disablePerson(this.em, this.clock, by, id, version);
  }

  @Post(':id/enable')
  @HttpCode(204)
  @ApiOperation({ operationId: 'enablePerson', summary: '恢复人员' })
  @ApiNoContentResponse()
  enable(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: ofVersion }) { version }: z.infer<typeof ofVersion>,
  ): Promise<void> {
    return people.enablePerson(this.em, this.clock, by, id, version);
  }

  @Post(':id/qualifications')
  @ApiOperation({ operationId: 'addQualification', summary: '登记执法证或法律职业资格' })
  @ApiCreatedResponse({ standardSchema: created })
  @SerializeOptions({ schema: created })
  async qualification(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: newQualification }) body: NewQualification,
  ): Promise<Created> {
    return { id: await people.addQualification(this.em, this.clock, by, id, body) };
  }
}
