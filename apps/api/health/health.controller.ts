import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ProblemError } from '#contracts/problem';
import { May } from '#api/access/may';
import { Health } from './health.ts';

const healthy = z.object({ status: z.literal('ok') }).meta({ id: 'Healthy' });

@ApiTags('系统')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get()
  @May('anyone')
  @ApiOperation({ operationId: 'health', summary: '各部分是否正常' })
  @ApiOkResponse({ standardSchema: healthy })
  async get(): Promise<z.infer<typeof healthy>> {
    const parts = await this.health.failing();
    if (parts.length > 0) throw new ProblemError(503, 'unavailable', `以下部分不可用：${parts.join('、')}`);
    return { status: 'ok' };
  }
}
