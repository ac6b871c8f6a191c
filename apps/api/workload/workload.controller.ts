import { Body, Controller, Get, HttpCode, Inject, Param, Post, SerializeOptions } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { created, idParam } from '#contracts/page';
import type { Created } from '#contracts/page';
import {
  handoverView,
  workloadOrder,
  workloadPlan,
  workloadPreview,
  workloadView,
} from '#contracts/workload';
import type {
  HandoverView,
  WorkloadOrder,
  WorkloadPlan,
  WorkloadPreview,
  WorkloadView,
} from '#contracts/workload';
import { EntityManager } from '#db/orm';
import { handover } from '#db/queries/workload/handover';
import { plannedHandover } from '#db/queries/workload/planned';
import { workload } from '#db/queries/workload/workload';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';
import { Unkeyed } from '#api/once/unkeyed';
import { HandingOver } from './handing-over.ts';

const Id = () => Param('id', { schema: idParam });

/** Of oneself, or of those for whom one is responsible: the queries and commands say who that is. */
@ApiTags('工作移交')
@Controller()
@May('signed-in')
export class WorkloadController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly handing: HandingOver,
  ) {}

  @Get('people/:id/workload')
  @ApiOperation({ operationId: 'workload', summary: '某人手里的全部工作，以及可以接办的人' })
  @ApiOkResponse({ standardSchema: workloadView })
  @SerializeOptions({ schema: workloadView })
  workload(@Current() by: Signed, @Id() id: string): Promise<WorkloadView> {
    return workload(this.em, this.clock, by, id);
  }

  @Post('people/:id/workload/preview')
  @Unkeyed('reads')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'previewHandover',
    summary: '预览工作移交：逐项说明移交给谁，不能移交的为什么',
  })
  @ApiOkResponse({ standardSchema: workloadPreview })
  @SerializeOptions({ schema: workloadPreview })
  async preview(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: workloadPlan }) plan: WorkloadPlan,
  ): Promise<WorkloadPreview> {
    const { items, shares } = await plannedHandover(this.em, this.clock, by, id, plan);
    return { items, shares };
  }

  @Post('people/:id/workload/handovers')
  @ApiOperation({ operationId: 'orderHandover', summary: '开始工作移交；后台逐项办理' })
  @ApiCreatedResponse({ standardSchema: created })
  @SerializeOptions({ schema: created })
  async order(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: workloadOrder }) order: WorkloadOrder,
  ): Promise<Created> {
    return { id: await this.handing.order(by, id, order) };
  }

  @Get('workload-handovers/:id')
  @ApiOperation({ operationId: 'handover', summary: '工作移交的进展' })
  @ApiOkResponse({ standardSchema: handoverView })
  @SerializeOptions({ schema: handoverView })
  handover(@Current() by: Signed, @Id() id: string): Promise<HandoverView> {
    return handover(this.em, by, id);
  }

  @Post('workload-handovers/:id/pause')
  @HttpCode(204)
  @ApiOperation({ operationId: 'pauseHandover', summary: '暂停工作移交' })
  @ApiNoContentResponse()
  pause(@Current() by: Signed, @Id() id: string): Promise<void> {
    return this.handing.pause(by, id);
  }

  @Post('workload-handovers/:id/resume')
  @HttpCode(204)
  @ApiOperation({ operationId: 'resumeHandover', summary: '继续工作移交' })
  @ApiNoContentResponse()
  resume(@Current() by: Signed, @Id() id: string): Promise<void> {
    return this.handing.resume(by, id);
  }

  @Post('workload-handovers/:id/undo')
  @HttpCode(204)
  @ApiOperation({ operationId: 'undoHandover', summary: '撤回工作移交：没有动过的事项逐项退回原承办人' })
  @ApiNoContentResponse()
  undo(@Current() by: Signed, @Id() id: string): Promise<void> {
    return this.handing.undo(by, id);
  }
}
