import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  SerializeOptions,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { absenceChange, absencesView, deputiesView, ending, newAbsence } from '#contracts/absence';
import type { AbsenceChange, AbsencesView, DeputiesView, Ending, NewAbsence } from '#contracts/absence';
import { created, idParam } from '#contracts/page';
import type { Created } from '#contracts/page';
import * as commands from '#db/commands/absences';
import { changeAbsence } from '#db/commands/change-absence';
import { EntityManager } from '#db/orm';
import * as queries from '#db/queries/absences';
import { deputies } from '#db/queries/deputies';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';

const Id = () => Param('id', { schema: idParam });

/** For oneself and, as the queries say, for those for whom one is responsible. */
@ApiTags('请假与代理')
@Controller()
@May('signed-in')
export class AbsencesController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('people/:id/absences')
  @ApiOperation({ operationId: 'absences', summary: '某人的请假，以及他代理谁' })
  @ApiOkResponse({ standardSchema: absencesView })
  @SerializeOptions({ schema: absencesView })
  list(@Current() by: Signed, @Id() id: string): Promise<AbsencesView> {
    return queries.absences(this.em, this.clock, by, id);
  }

  @Get('people/:id/deputies')
  @ApiOperation({ operationId: 'deputies', summary: '可以代理某人的人' })
  @ApiOkResponse({ standardSchema: deputiesView })
  @SerializeOptions({ schema: deputiesView })
  deputies(@Current() by: Signed, @Id() id: string): Promise<DeputiesView> {
    return deputies(this.em, this.clock, by, id);
  }

  @Post('people/:id/absences')
  @ApiOperation({ operationId: 'enterAbsence', summary: '登记请假与代理' })
  @ApiCreatedResponse({ standardSchema: created })
  @SerializeOptions({ schema: created })
  async enter(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: newAbsence }) body: NewAbsence,
  ): Promise<Created> {
    return { id: await commands.enterAbsence(this.em, this.clock, by, id, body) };
  }

  @Patch('absences/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'changeAbsence', summary: '修改请假与代理；已开始的只改最后一天' })
  @ApiNoContentResponse()
  change(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: absenceChange }) body: AbsenceChange,
  ): Promise<void> {
    return changeAbsence(this.em, this.clock, by, id, body);
  }

  @Post('absences/:id/end')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endAbsence', summary: '提前结束请假与代理；未开始的撤回' })
  @ApiNoContentResponse()
  end(@Current() by: Signed, @Id() id: string, @Body({ schema: ending }) body: Ending): Promise<void> {
    return commands.endAbsence(this.em, this.clock, by, id, body);
  }
}
