import { Body, Controller, Get, HttpCode, Param, Patch, Post, SerializeOptions } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { z } from 'zod';
import { idParam } from '#contracts/page';
import {
  editWebhook,
  newWebhook,
  resumeWebhook,
  webhookDeliveries,
  webhookList,
  webhookSecret,
  webhookTest,
} from '#contracts/webhook';
import type { EditWebhook, NewWebhook, WebhookSecret, WebhookTest } from '#contracts/webhook';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { Unkeyed } from '#api/once/unkeyed';
import { Webhooks } from './webhooks.ts';

const Id = () => Param('id', { schema: idParam });

@ApiTags('推送')
@Controller('webhooks')
@May('system-admin')
export class WebhooksController {
  constructor(private readonly webhooks: Webhooks) {}

  @Get()
  @ApiOperation({ operationId: 'webhooks', summary: '消息推送' })
  @ApiOkResponse({ standardSchema: webhookList })
  @SerializeOptions({ schema: webhookList })
  async list(): Promise<z.infer<typeof webhookList>> {
    return { items: await this.webhooks.list() };
  }

  @Get(':id/deliveries')
  @ApiOperation({ operationId: 'webhookDeliveries', summary: '最近的推送' })
  @ApiOkResponse({ standardSchema: webhookDeliveries })
  @SerializeOptions({ schema: webhookDeliveries })
  async deliveries(@Id() id: string): Promise<z.infer<typeof webhookDeliveries>> {
    return { items: await this.webhooks.deliveries(id) };
  }

  @Post()
  @ApiOperation({ operationId: 'createWebhook', summary: '新建消息推送（密钥只显示一次）' })
  @ApiCreatedResponse({ standardSchema: webhookSecret })
  @SerializeOptions({ schema: webhookSecret })
  create(@Current() by: Signed, @Body({ schema: newWebhook }) body: NewWebhook): Promise<WebhookSecret> {
    return this.webhooks.create(by, body);
  }

  @Patch(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'editWebhook', summary: '修改消息推送' })
  @ApiNoContentResponse()
  edit(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: editWebhook }) body: EditWebhook,
  ): Promise<void> {
    return this.webhooks.edit(by, id, body);
  }

  @Post(':id/secret')
  @ApiOperation({ operationId: 'rotateWebhookSecret', summary: '更换密钥（只显示一次）' })
  @ApiCreatedResponse({ standardSchema: webhookSecret })
  @SerializeOptions({ schema: webhookSecret })
  rotate(@Current() by: Signed, @Id() id: string): Promise<WebhookSecret> {
    return this.webhooks.rotate(by, id);
  }

  @Post(':id/test')
  @Unkeyed('own-way')
  @HttpCode(200)
  @ApiOperation({ operationId: 'testWebhook', summary: '发一条测试（只回报对方的答复码）' })
  @ApiOkResponse({ standardSchema: webhookTest })
  @SerializeOptions({ schema: webhookTest })
  test(@Current() by: Signed, @Id() id: string): Promise<WebhookTest> {
    return this.webhooks.test(by, id);
  }

  @Post(':id/pause')
  @HttpCode(204)
  @ApiOperation({ operationId: 'pauseWebhook', summary: '暂停' })
  @ApiNoContentResponse()
  pause(@Current() by: Signed, @Id() id: string): Promise<void> {
    return this.webhooks.pause(by, id);
  }

  @Post(':id/resume')
  @HttpCode(204)
  @ApiOperation({ operationId: 'resumeWebhook', summary: '恢复，或立即重试' })
  @ApiNoContentResponse()
  resume(
    @Current() by: Signed,
    @Id() id: string,
    @Body({ schema: resumeWebhook }) { skip }: z.infer<typeof resumeWebhook>,
  ): Promise<void> {
    return this.webhooks.resume(by, id, skip);
  }

  @Post(':id/withdraw')
  @HttpCode(204)
  @ApiOperation({ operationId: 'withdrawWebhook', summary: '撤销' })
  @ApiNoContentResponse()
  withdraw(@Current() by: Signed, @Id() id: string): Promise<void> {
    return this.webhooks.withdraw(by, id);
  }
}
